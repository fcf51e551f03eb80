// wrong: does every job itself, one after the other -> deadlock
namespace Katas.ThreeWorkers;

public static class Crew
{
    public static void Run(params Action[] jobs)
    {
        foreach (var job in jobs)
            job();
    }
}
