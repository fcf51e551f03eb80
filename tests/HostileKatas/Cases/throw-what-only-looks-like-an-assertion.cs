// hostile: an exception named as an assertion is -> Kata.cs:4
public static class Kata
{
    public static void Run() => throw new OwnAssertionException();

    sealed class OwnAssertionException() : Exception("5 should be 6");
}
