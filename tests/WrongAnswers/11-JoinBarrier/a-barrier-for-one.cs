// wrong: a barrier for one, which lets everybody through -> before the other had ended
// hint /\bBarrier(?: \w+ = new)?\(1\)/: A barrier for one is full as soon as anybody comes. How many are to meet?
namespace Katas.JoinBarrier;

public static class PhasedWork
{
    public static void Run(int workers, params Action<int>[] phases)
    {
        using var meeting = new Barrier(1);
        var threads = new Thread[workers];
        for (var i = 0; i < workers; i++)
        {
            var worker = i;
            threads[i] = new Thread(() =>
            {
                foreach (var phase in phases)
                {
                    phase(worker);
                    lock (meeting)
                        meeting.SignalAndWait();
                }
            });
            threads[i].Start();
        }
        foreach (var thread in threads)
            thread.Join();
    }
}
