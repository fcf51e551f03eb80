// hostile: a static constructor that waits for a thread which needs it -> Kata.cs
public static class Kata
{
    public static void Run() => Console.WriteLine(Kept.Value);

    static class Kept
    {
        public static readonly int Value;

        static Kept()
        {
            var worker = new Thread(() => Console.WriteLine(Value));
            worker.Start();
            worker.Join();
        }
    }
}
