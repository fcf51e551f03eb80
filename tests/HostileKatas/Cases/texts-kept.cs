// hostile, slow: keeps large texts -> The memory is full at Kata.cs:7
public static class Kata
{
    public static void Run()
    {
        List<string> kept = [];
        for (var i = 0; i < 1_000; i++) kept.Add(new string('x', 20_000_000));
        Console.WriteLine(kept.Count);
    }
}
