// hostile: a loop that would end, after a billion rounds -> the loop at Kata.cs:7 never ends
public static class Kata
{
    public static void Run()
    {
        var sum = 0L;
        for (var i = 0; i < 1_000_000_000; i++) sum += i;
        Console.WriteLine(sum);
    }
}
