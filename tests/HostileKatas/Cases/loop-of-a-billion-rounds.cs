// hostile: a loop that would end, after a billion rounds -> The loop at Kata.cs:7 had not ended after 5,000,000 rounds (main)
public static class Kata
{
    public static void Run()
    {
        var sum = 0L;
        for (var i = 0; i < 1_000_000_000; i++) sum += i;
        Console.WriteLine(sum);
    }
}
