// hostile: counts the wrong way -> The loop at Kata.cs:7 had not ended after 5,000,000 rounds
public static class Kata
{
    public static void Run()
    {
        var sum = 0;
        for (var i = 10; i > 0; i++) sum ^= i;
        Console.WriteLine(sum);
    }
}
