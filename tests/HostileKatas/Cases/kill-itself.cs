// hostile: kills its own process -> Process.Kill
using System.Diagnostics;

public static class Kata
{
    public static void Run() => Process.GetCurrentProcess().Kill();
}
