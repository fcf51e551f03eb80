// hostile: an exception in a task that nobody awaits -> Kata.cs:6
public static class Kata
{
    public static void Run()
    {
        var task = Task.Run(() => throw new InvalidOperationException("unseen"));
        while (!task.IsCompleted) Thread.Sleep(1);
    }
}
