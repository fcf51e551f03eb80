// hostile: an endless loop that does nothing -> the loop at Kata.cs:6 never ends
public static class Kata
{
    public static void Run()
    {
        while (true) ;
    }
}
