// hostile: a byte that counts to 256 -> The loop at Kata.cs:7 had not ended after 5,000,000 rounds
public static class Kata
{
    public static void Run()
    {
        var sum = 0;
        for (byte b = 0; b < 256; b++) sum += b;
        Console.WriteLine(sum);
    }
}
