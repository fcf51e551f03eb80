// hostile: waits for ever in an exception filter -> deadlock
public static class Kata
{
    public static void Run()
    {
        try
        {
            throw new InvalidOperationException();
        }
        catch (Exception) when (Waits())
        {
        }
    }

    static bool Waits()
    {
        new ManualResetEventSlim().Wait();
        return true;
    }
}
