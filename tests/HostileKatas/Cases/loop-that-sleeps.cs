// hostile: an endless loop that sleeps -> the loop at Kata.cs:6 never ends
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
