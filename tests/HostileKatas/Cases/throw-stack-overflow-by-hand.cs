// hostile: throws what only the runtime throws -> StackOverflowException escaped from main at Kata.cs:4
public static class Kata
{
    public static void Run() => throw new StackOverflowException();
}
