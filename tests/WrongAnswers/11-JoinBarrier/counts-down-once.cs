// wrong: a count-down that isn't set again, so that it is open from the second phase on -> InvalidOperationException
// hint /\bCountdownEvent\b.*\b(\w+)\.Signal\(\); \1\.Wait\(\)/: A count-down ends once: from then on it stands open. What begins to count anew?
namespace Katas.JoinBarrier;

public static class PhasedWork
{
    public static void Run(int workers, params Action<int>[] phases)
    {
        using var ended = new CountdownEvent(workers);
        var threads = new Thread[workers];
        for (var i = 0; i < workers; i++)
        {
            var worker = i;
            threads[i] = new Thread(() =>
            {
                foreach (var phase in phases)
                {
                    phase(worker);
                    ended.Signal();
                    ended.Wait();
                }
            });
            threads[i].Start();
        }
        foreach (var thread in threads)
            thread.Join();
    }
}
