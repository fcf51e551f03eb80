// hostile: kills its own process by a native call -> kill
using System.Runtime.InteropServices;

public static class Kata
{
    [DllImport("libc")]
    static extern int kill(int process, int signal);

    public static void Run() => kill(Environment.ProcessId, 9);
}
