// hostile: an exception in a static constructor -> escaped from main
public static class Kata
{
    public static void Run() => Console.WriteLine(Kept.Value);

    static class Kept
    {
        public static readonly int Value = int.Parse("x");
    }
}
