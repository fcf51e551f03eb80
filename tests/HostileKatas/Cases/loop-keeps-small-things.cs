// hostile: an endless loop that fills the memory with a chain of small things -> The loop at Kata.cs:7 had not ended after
public static class Kata
{
    public static void Run()
    {
        Link? last = null;
        while (true)
        {
            last = new Link(last, 1, 2, 3, 4);
        }
    }

    sealed record Link(Link? Before, decimal A, decimal B, decimal C, decimal D);
}
