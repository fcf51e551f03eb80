// hostile: an exception whose Message never ends -> Kata.cs
public static class Kata
{
    public static void Run() => throw new Odd();

    sealed class Odd : Exception
    {
        public override string Message { get { while (true) ; } }
    }
}
