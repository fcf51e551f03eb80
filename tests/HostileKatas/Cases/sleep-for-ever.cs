// hostile: sleeps for ever -> deadlock
public static class Kata
{
    public static void Run() => Thread.Sleep(Timeout.Infinite);
}
