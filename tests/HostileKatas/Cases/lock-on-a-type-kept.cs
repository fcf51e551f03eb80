// hostile: a lock on a type that is never given back -> deadlock
public static class Kata
{
    public static void Run()
    {
        var worker = new Thread(() => Monitor.Enter(typeof(string)));
        worker.Start();
        worker.Join();
        lock (typeof(string)) Console.Out.Flush();
    }
}
