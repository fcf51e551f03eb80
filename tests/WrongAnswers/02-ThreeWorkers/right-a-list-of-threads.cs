// right: keeps the workers in a list, and joins them from the last to the first
namespace Katas.ThreeWorkers;

public static class Crew
{
    public static void Run(params Action[] jobs)
    {
        var workers = new List<Thread>();
        foreach (var job in jobs)
        {
            var worker = new Thread(() => job()) { Name = "worker " + workers.Count };
            worker.Start();
            workers.Add(worker);
        }
        for (var i = workers.Count - 1; i >= 0; i--)
            workers[i].Join();
    }
}
