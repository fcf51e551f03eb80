// hostile: disposes of a semaphore that another waits for -> Kata.cs
public static class Kata
{
    public static void Run()
    {
        var semaphore = new SemaphoreSlim(0);
        var worker = new Thread(() => semaphore.Wait());
        worker.Start();
        semaphore.Dispose();
        worker.Join();
    }
}
