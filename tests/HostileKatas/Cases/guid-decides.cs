// hostile: a new Guid decides what is done -> Guid.NewGuid
public static class Kata
{
    public static void Run()
    {
        var n = 0;
        foreach (var b in Guid.NewGuid().ToByteArray())
        {
            if (b > 127) Interlocked.Increment(ref n);
        }
    }
}
