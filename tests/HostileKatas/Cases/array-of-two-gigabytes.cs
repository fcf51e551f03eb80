// hostile: an array of two billion bytes -> The memory is full at Kata.cs:
public static class Kata
{
    public static void Run()
    {
        var large = new byte[2_000_000_000];
        Console.WriteLine(large.Length);
    }
}
