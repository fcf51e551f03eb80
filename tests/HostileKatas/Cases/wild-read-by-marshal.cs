// hostile: reads by a library where a wild pointer leads -> Marshal.ReadInt32 at Kata.cs:6 is outside the explorer's control
using System.Runtime.InteropServices;

public static class Kata
{
    public static void Run() => Marshal.ReadInt32(unchecked((nint)0x123456789A));
}
