// harmless: a lock on a literal, which the whole process shares -> Proved
public static class Kata
{
    public static void Run()
    {
        var worker = new Thread(() => { lock ("gate") Console.Out.Flush(); });
        worker.Start();
        lock ("gate") Console.Out.Flush();
        worker.Join();
    }
}
