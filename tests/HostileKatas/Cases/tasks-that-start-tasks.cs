// hostile: each task starts another, and nobody waits -> more than
public static class Kata
{
    public static Task Run() => Task.Run(() => { _ = Run(); });
}
