// right: tasks that run long, each of which gets a thread of its own
namespace Katas.ThreeWorkers;

public static class Crew
{
    public static void Run(params Action[] jobs)
    {
        var tasks = new Task[jobs.Length];
        for (var i = 0; i < jobs.Length; i++)
            tasks[i] = Task.Factory.StartNew(jobs[i], TaskCreationOptions.LongRunning);
        Task.WaitAll(tasks);
    }
}
