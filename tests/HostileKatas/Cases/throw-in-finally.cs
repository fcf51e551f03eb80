// hostile: an exception in a finally block -> InvalidOperationException escaped from main at Kata.cs:12: second
public static class Kata
{
    public static void Run()
    {
        try
        {
            throw new ArgumentException("first");
        }
        finally
        {
            if (Environment.ProcessorCount > 0) throw new InvalidOperationException("second");
        }
    }
}
