// hostile: an endless loop that fills the memory -> The memory is full at Kata.cs:9
public static class Kata
{
    public static void Run()
    {
        Link? last = null;
        while (true)
        {
            last = new Link(last, new byte[1 << 20]);
        }
    }

    sealed record Link(Link? Before, byte[] Bytes);
}
