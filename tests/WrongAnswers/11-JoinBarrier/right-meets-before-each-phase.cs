// right: meets before each phase instead of after it; the end is the join's business
namespace Katas.JoinBarrier;

public static class PhasedWork
{
    public static void Run(int workers, params Action<int>[] phases)
    {
        using var meeting = new Barrier(workers);
        var threads = new Thread[workers];
        for (var i = 0; i < workers; i++)
        {
            var worker = i;
            threads[i] = new Thread(() =>
            {
                foreach (var phase in phases)
                {
                    meeting.SignalAndWait();
                    phase(worker);
                }
            });
            threads[i].Start();
        }
        foreach (var thread in threads)
            thread.Join();
    }
}
