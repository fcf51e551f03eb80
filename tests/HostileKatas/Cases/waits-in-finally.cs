// hostile: waits for ever in a finally block -> deadlock
public static class Kata
{
    public static void Run()
    {
        try
        {
            throw new InvalidOperationException();
        }
        finally
        {
            new ManualResetEventSlim().Wait();
        }
    }
}
