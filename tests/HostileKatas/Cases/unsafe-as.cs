// hostile: takes an object for another -> Unsafe.As at Kata.cs:8 is outside
using System.Runtime.CompilerServices;

public static class Kata
{
    public static void Run()
    {
        var text = Unsafe.As<Large>("x");
        text.Z = 1;
    }

    sealed class Large
    {
        public long X, Y, Z;
    }
}
