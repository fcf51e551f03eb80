// hostile: a counter that is volatile, and no more -> should be 2 but was 1
public static class Kata
{
    static volatile int count;

    public static void Run()
    {
        var worker = new Thread(() => count++);
        worker.Start();
        count++;
        worker.Join();
        if (count != 2) throw new InvalidOperationException($"should be 2 but was {count}");
    }
}
