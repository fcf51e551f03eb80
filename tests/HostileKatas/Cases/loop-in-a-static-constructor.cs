// hostile: an endless loop in a static constructor -> The loop at Kata.cs:10 had not ended after
public static class Kata
{
    public static void Run() => Console.WriteLine(Kept.Value);

    static class Kept
    {
        public static readonly int Value;

        static Kept() { while (true) ; }
    }
}
