// hostile: a component that starts a thread -> new BackgroundWorker at Kata.cs:8 is outside the explorer's control
using System.ComponentModel;

public static class Kata
{
    public static void Run()
    {
        var worker = new BackgroundWorker();
        worker.DoWork += (_, _) => Console.Out.Flush();
        worker.RunWorkerAsync();
    }
}
