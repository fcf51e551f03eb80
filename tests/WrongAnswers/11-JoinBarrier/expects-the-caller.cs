// wrong: makes the barrier for one more, but the caller never comes -> 2 of 3 have arrived
// hint /\bBarrier(?: \w+ = new)?\(\w+ \+ 1\)/: The barrier expects one more than there are workers. Who is that to be?
namespace Katas.JoinBarrier;

public static class PhasedWork
{
    public static void Run(int workers, params Action<int>[] phases)
    {
        using var meeting = new Barrier(workers + 1);
        var threads = new Thread[workers];
        for (var i = 0; i < workers; i++)
        {
            var worker = i;
            threads[i] = new Thread(() =>
            {
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
