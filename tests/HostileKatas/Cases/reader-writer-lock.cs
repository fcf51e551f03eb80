// hostile: a lock that nobody uses any more -> new ReaderWriterLock at Kata.cs:4 is outside the explorer's control
public static class Kata
{
    public static void Run() => new ReaderWriterLock().AcquireReaderLock(10);
}
