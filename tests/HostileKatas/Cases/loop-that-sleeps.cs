// hostile: an endless loop that sleeps -> never ends
public static class Kata
{
    public static void Run()
    {
        while (true)
        {
            Thread.Sleep(1000);
        }
    }
}
