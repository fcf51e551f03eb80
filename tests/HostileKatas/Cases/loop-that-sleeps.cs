// hostile: an endless loop that sleeps -> The loop at Kata.cs:6 had not ended after
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
