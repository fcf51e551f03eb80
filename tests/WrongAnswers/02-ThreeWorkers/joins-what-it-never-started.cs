// wrong: goes through a query twice, which makes new threads the second time: those are joined, and were never started -> ThreadStateException
// hint /= jobs\.Select\([^;]*new Thread(?:(?!\.To(?:Array|List)\(\)|;).)*;/: A query is run each time somebody goes through it, so you join other threads than you have started. Make it an array.
namespace Katas.ThreeWorkers;

public static class Crew
{
    public static void Run(params Action[] jobs)
    {
        var threads = jobs.Select(job => new Thread(() => job()));
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
    }
}
