// hostile: gives back a lock that it hasn't got -> SynchronizationLockException escaped from main at Kata.cs:4
public static class Kata
{
    public static void Run() => Monitor.Exit(new object());
}
