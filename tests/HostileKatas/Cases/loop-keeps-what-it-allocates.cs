// hostile: an endless loop that fills the memory -> memory
public static class Kata
{
    public static void Run()
    {
        var kept = new List<byte[]>();
        while (true)
        {
            kept.Add(new byte[1 << 20]);
        }
    }
}
