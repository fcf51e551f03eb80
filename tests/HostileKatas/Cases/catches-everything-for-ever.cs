// hostile: catches whatever stops it, and goes on -> deadlock
public static class Kata
{
    public static void Run()
    {
        while (true)
        {
            try
            {
                new SemaphoreSlim(0).Wait();
            }
            catch
            {
            }
        }
    }
}
