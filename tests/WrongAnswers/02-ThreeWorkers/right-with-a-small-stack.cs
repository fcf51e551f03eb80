// right: threads with a stack of a size of their own
namespace Katas.ThreeWorkers;

public static class Crew
{
    public static void Run(params Action[] jobs)
    {
        Thread[] workers = [.. jobs.Select(job => new Thread(() => job(), 256 * 1024))];
        foreach (var worker in workers) worker.Start();
        foreach (var worker in workers)
            while (!worker.Join(100)) { }
    }
}
