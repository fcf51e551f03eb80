// hostile: an exception that leaves a worker -> InvalidOperationException escaped from worker A at Kata.cs:6: late
public static class Kata
{
    public static void Run()
    {
        var worker = new Thread(() => throw new InvalidOperationException("late"));
        worker.Start();
        worker.Join();
    }
}
