// wrong: each worker makes a barrier of its own and meets nobody there -> 1 of 2 have arrived
// hint /new Thread\(\(\) => \{[^{}]*\bBarrier\b/: Each worker makes a barrier of its own, and nobody else ever comes there.
namespace Katas.JoinBarrier;

public static class PhasedWork
{
    public static void Run(int workers, params Action<int>[] phases)
    {
        var threads = new Thread[workers];
        for (var i = 0; i < workers; i++)
        {
            var worker = i;
            threads[i] = new Thread(() =>
            {
                using var meeting = new Barrier(workers);
                foreach (var phase in phases)
                {
                    phase(worker);
                    meeting.SignalAndWait();
                }
            });
            threads[i].Start();
        }
        foreach (var thread in threads)
            thread.Join();
    }
}
