// hostile: an array of a negative length -> OverflowException escaped from main at Kata.cs:7
public static class Kata
{
    public static void Run()
    {
        var length = -1;
        _ = new byte[length];
    }
}
