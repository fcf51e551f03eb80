// hostile: takes some of the stack in each round of an endless loop -> Kata.cs:8
public static class Kata
{
    public static unsafe void Run()
    {
        while (true)
        {
            Span<byte> some = stackalloc byte[1000];
            some[0] = 1;
        }
    }
}
