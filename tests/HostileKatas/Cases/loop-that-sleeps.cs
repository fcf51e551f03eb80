// hostile: an endless loop that sleeps -> more than 56 threads, tasks and time limits at Kata.cs:8
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
