// hostile: an endless loop that allocates -> the loop at Kata.cs:6 never ends
public static class Kata
{
    public static void Run()
    {
        while (true) _ = new byte[1000];
    }
}
