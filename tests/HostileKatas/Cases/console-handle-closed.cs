// hostile: closes standard output's handle -> SafeFileHandle
using Microsoft.Win32.SafeHandles;

public static class Kata
{
    public static void Run() => new SafeFileHandle(1, ownsHandle: true).Close();
}
