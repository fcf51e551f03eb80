// hostile: threads without end -> more than
public static class Kata
{
    public static void Run()
    {
        while (true) new Thread(() => { }).Start();
    }
}
