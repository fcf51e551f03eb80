// hostile: a thread that ends while it holds a lock -> deadlock
public static class Kata
{
    public static void Run()
    {
        var gate = new object();
        var worker = new Thread(() => Monitor.Enter(gate));
        worker.Start();
        worker.Join();
        lock (gate) Console.Out.Flush();
    }
}
