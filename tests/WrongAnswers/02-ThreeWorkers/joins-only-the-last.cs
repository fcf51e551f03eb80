// wrong: remembers only the worker that was started last -> Run returned before every job was done
namespace Katas.ThreeWorkers;

public static class Crew
{
    public static void Run(params Action[] jobs)
    {
        Thread? worker = null;
        foreach (var job in jobs)
        {
            worker = new Thread(() => job());
            worker.Start();
        }
        worker?.Join();
    }
}
