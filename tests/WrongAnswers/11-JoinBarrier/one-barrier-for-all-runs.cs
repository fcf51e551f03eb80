// wrong: the barrier is static: two runs at once meet in one place -> Two runs at once have nothing in common
namespace Katas.JoinBarrier;

public static class PhasedWork
{
    static Barrier? meeting;

    public static void Run(int workers, params Action<int>[] phases)
    {
        Volatile.Write(ref meeting, new Barrier(workers));
        var threads = new Thread[workers];
        for (var i = 0; i < workers; i++)
        {
            var worker = i;
            threads[i] = new Thread(() =>
            {
                foreach (var phase in phases)
                {
                    phase(worker);
                    Volatile.Read(ref meeting)!.SignalAndWait();
                }
            });
            threads[i].Start();
        }
        foreach (var thread in threads) thread.Join();
    }
}
