// hostile: writes to standard output without end -> the loop at Kata.cs:6 never ends
public static class Kata
{
    public static void Run()
    {
        while (true) _ = Console.Out.Encoding;
    }
}
