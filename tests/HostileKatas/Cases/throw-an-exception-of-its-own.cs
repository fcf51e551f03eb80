// hostile: an exception whose Message throws -> Kata.cs:4
public static class Kata
{
    public static void Run() => throw new Odd();

    sealed class Odd : Exception
    {
        public override string Message => throw new InvalidOperationException("no message");

        public override string ToString() => throw new InvalidOperationException("no text");
    }
}
