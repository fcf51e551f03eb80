// hostile: an exception under a lock, which gives it back -> FormatException escaped from worker A
public static class Kata
{
    public static void Run()
    {
        var gate = new object();
        var worker = new Thread(() =>
        {
            lock (gate) int.Parse("x");
        });
        worker.Start();
        lock (gate) Console.Out.Flush();
        worker.Join();
    }
}
