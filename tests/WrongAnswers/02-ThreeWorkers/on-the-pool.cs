// wrong: tasks of the pool, whose threads are used again: two jobs may share one -> shared a thread
// hint /Task\.Run\(|QueueUserWorkItem|Parallel\./: The threads of the pool do one job after the other. Each job is to have a thread of its own.
namespace Katas.ThreeWorkers;

public static class Crew
{
    public static void Run(params Action[] jobs)
    {
        var tasks = new Task[jobs.Length];
        for (var i = 0; i < jobs.Length; i++)
            tasks[i] = Task.Run(jobs[i]);
        Task.WaitAll(tasks);
    }
}
