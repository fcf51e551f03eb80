// hostile: an endless loop in a static constructor -> the loop at Kata.cs:10 never ends
public static class Kata
{
    public static void Run() => Console.WriteLine(Kept.Value);

    static class Kept
    {
        public static readonly int Value;

        static Kept() { while (true) ; }
    }
}
