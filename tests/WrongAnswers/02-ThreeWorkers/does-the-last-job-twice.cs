// wrong: starts all, keeps none to wait for, and does the last job once more to have one to join -> did one of them twice
namespace Katas.ThreeWorkers;

public static class Crew
{
    public static void Run(params Action[] jobs)
    {
        foreach (var job in jobs)
            new Thread(new ThreadStart(job)).Start();

        var again = new Thread(new ThreadStart(jobs[^1]));
        again.Start();
        again.Join();
    }
}
