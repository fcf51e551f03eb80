// hostile: throws null -> NullReferenceException escaped from main at Kata.cs:4
public static class Kata
{
    public static void Run() => throw null!;
}
