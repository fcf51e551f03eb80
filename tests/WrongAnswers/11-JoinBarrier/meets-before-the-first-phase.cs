// wrong: lets all begin together, and then run on alone -> before the other had ended
// hint /\.SignalAndWait\(\); (?:foreach|for) \(/: They meet before the first phase, and then nobody waits for anybody again.
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
                meeting.SignalAndWait();
                foreach (var phase in phases)
                    phase(worker);
            });
            threads[i].Start();
        }
        foreach (var thread in threads)
            thread.Join();
    }
}
