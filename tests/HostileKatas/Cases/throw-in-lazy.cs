// hostile: a lazy value whose making fails -> InvalidOperationException escaped from main at Kata.cs:6
public static class Kata
{
    public static void Run()
    {
        var lazy = new Lazy<int>(() => throw new InvalidOperationException("never made"));
        Console.WriteLine(lazy.Value);
    }
}
