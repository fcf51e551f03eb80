// hostile: an exception with a message of a megabyte -> escaped from main at Kata.cs:4
public static class Kata
{
    public static void Run() => throw new InvalidOperationException(new string('x', 1 << 20));
}
