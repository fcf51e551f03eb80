// hostile: an endless loop by goto -> the loop at Kata.cs:9 never ends
public static class Kata
{
    public static void Run()
    {
        var i = 0;
    again:
        i ^= 1;
        goto again;
    }
}
