// hostile: endless recursion with much on the stack -> the stack is full at Kata.cs:8
public static class Kata
{
    public static unsafe void Run() => Down(0);

    static unsafe int Down(int depth)
    {
        byte* large = stackalloc byte[20_000];
        large[0] = (byte)depth;
        return Down(depth + 1) + large[0];
    }
}
