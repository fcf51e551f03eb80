// wrong: joins the one before as soon as the next is started, so that two at most are at work -> deadlock
namespace Katas.ThreeWorkers;

public static class Crew
{
    public static void Run(params Action[] jobs)
    {
        Thread? previous = null;
        foreach (var job in jobs)
        {
            var worker = new Thread(() => job());
            worker.Start();
            previous?.Join();
            previous = worker;
        }
        previous?.Join();
    }
}
