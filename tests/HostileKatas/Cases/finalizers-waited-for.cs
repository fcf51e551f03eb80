// hostile: waits for finalizers -> GC.WaitForPendingFinalizers at Kata.cs:4 is outside the explorer's control
public static class Kata
{
    public static void Run() => GC.WaitForPendingFinalizers();
}
