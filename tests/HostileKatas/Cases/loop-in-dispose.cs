// hostile: an endless loop in Dispose -> the loop at Kata.cs:11 never ends
public static class Kata
{
    public static void Run()
    {
        using var held = new Held();
    }

    sealed class Held : IDisposable
    {
        public void Dispose() { while (true) ; }
    }
}
