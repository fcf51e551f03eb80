// wrong: joins each worker before it starts the next, who never comes to the barrier -> never ran at the same time
// hint /(\b\w+(?:\[\w+\])?)\.Start\(\); \1\.Join\(\)/: Each worker is joined before the next is started. Start all, then join all.
namespace Katas.JoinBarrier;

public static class PhasedWork
{
    public static void Run(int workers, params Action<int>[] phases)
    {
        using var meeting = new Barrier(workers);
        for (var i = 0; i < workers; i++)
        {
            var worker = i;
            var thread = new Thread(() =>
            {
                foreach (var phase in phases)
                {
                    phase(worker);
                    meeting.SignalAndWait();
                }
            });
            thread.Start();
            thread.Join();
        }
    }
}
