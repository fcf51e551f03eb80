// hostile, slow: a text wider than the memory -> The memory is full at Kata.cs:
public static class Kata
{
    public static void Run()
    {
        List<string> kept = [];
        for (var i = 0; i < 100; i++) kept.Add("x".PadLeft(100_000_000));
        Console.WriteLine(kept.Count);
    }
}
