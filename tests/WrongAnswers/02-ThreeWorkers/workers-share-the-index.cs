// wrong: the workers read the loop variable, which has moved on when they begin -> IndexOutOfRangeException
// hint /\(\) => jobs\[i\]/: All workers share the one `i`, and it moves on: give each a variable of its own.
namespace Katas.ThreeWorkers;

public static class Crew
{
    public static void Run(params Action[] jobs)
    {
        var workers = new Thread[jobs.Length];
        for (var i = 0; i < jobs.Length; i++)
        {
            workers[i] = new Thread(() => jobs[i]());
            workers[i].Start();
        }
        foreach (var worker in workers)
            worker.Join();
    }
}
