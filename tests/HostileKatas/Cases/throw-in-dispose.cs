// hostile: an exception from Dispose, in the place of another -> InvalidOperationException escaped from main at Kata.cs:12: from Dispose
public static class Kata
{
    public static void Run()
    {
        using var held = new Held();
        throw new ArgumentException("first");
    }

    sealed class Held : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException("from Dispose");
    }
}
