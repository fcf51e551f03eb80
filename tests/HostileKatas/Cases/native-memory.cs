// hostile: memory that isn't managed -> a reference of unknown origin at Kata.cs:9 is outside the explorer's control
using System.Runtime.InteropServices;

public static class Kata
{
    public static unsafe void Run()
    {
        var number = (int*)NativeMemory.Alloc(4);
        *number = 1;
        NativeMemory.Free(number);
    }
}
