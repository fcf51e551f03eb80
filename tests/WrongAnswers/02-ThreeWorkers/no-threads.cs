// wrong: does every job itself, one after the other -> deadlock
// hint /^(?!.*(?:new Thread|Task|Parallel))/: Nothing here starts a thread: the jobs run one after the other, on the caller's.
namespace Katas.ThreeWorkers;

public static class Crew
{
    public static void Run(params Action[] jobs)
    {
        foreach (var job in jobs)
            job();
    }
}
