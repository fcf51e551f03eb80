// hostile: writes to standard output without end -> The loop at Kata.cs:6 had not ended after
public static class Kata
{
    public static void Run()
    {
        while (true) _ = Console.Out.Encoding;
    }
}
