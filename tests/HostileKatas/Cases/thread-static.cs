// harmless: each thread's own -> Proved
public static class Kata
{
    [ThreadStatic] static int count;

    public static void Run()
    {
        var worker = new Thread(() => count += 5);
        worker.Start();
        count++;
        worker.Join();
        if (count != 1) throw new InvalidOperationException($"{count}");
    }
}
