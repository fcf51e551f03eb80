// right: starts one, lets the rest be run, and joins it on the way back
namespace Katas.ThreeWorkers;

public static class Crew
{
    public static void Run(params Action[] jobs)
    {
        RunFrom(0, jobs);
    }

    static void RunFrom(int first, Action[] jobs)
    {
        if (first == jobs.Length) return;
        var worker = new Thread(() => jobs[first]());
        worker.Start();
        RunFrom(first + 1, jobs);
        worker.Join();
    }
}
