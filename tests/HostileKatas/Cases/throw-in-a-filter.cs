// hostile: an exception in an exception filter, which then doesn't catch -> ArgumentException escaped from main at Kata.cs:8: first
public static class Kata
{
    public static void Run()
    {
        try
        {
            throw new ArgumentException("first");
        }
        catch (Exception) when (Throws())
        {
        }
    }

    static bool Throws() => throw new InvalidOperationException("from a filter");
}
