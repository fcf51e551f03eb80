namespace Katas.JoinBarrier;

public static class PhasedWork
{
    /// <summary>
    /// Takes so many workers through all phases, one phase after the other; returns when all are
    /// done.
    /// </summary>
    /// <param name="phases">What a worker with a number from 0 does in each phase.</param>
    public static void Run(int workers, params Action<int>[] phases)
    {
        var threads = new Thread[workers];
        for (var i = 0; i < workers; i++)
        {
            var worker = i;
            threads[i] = new Thread(() =>
            {
                foreach (var phase in phases)
                    phase(worker);
            });
            threads[i].Start();
        }
        foreach (var thread in threads)
            thread.Join();
    }
}
