// wrong: starts all and waits for none -> Run returned before every job was done
// hint /^(?!.*(?:\.Join\(|WaitAll\())/: Nobody waits for the workers: Run returns as soon as the last is started.
namespace Katas.ThreeWorkers;

public static class Crew
{
    public static void Run(params Action[] jobs)
    {
        foreach (var job in jobs)
            new Thread(() => job()).Start();
    }
}
