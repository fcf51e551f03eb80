// hostile: a new Guid decides what is done -> Guid.NewGuid
public static class Kata
{
    static int n;

    public static void Run()
    {
        foreach (var b in Guid.NewGuid().ToByteArray())
        {
            if (b > 127) Interlocked.Increment(ref n);
        }
    }
}
