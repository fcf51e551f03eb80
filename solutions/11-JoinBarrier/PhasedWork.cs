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
        // One for all of this run: workers with a barrier each would not meet anybody. And for the
        // workers only: who starts them takes no part, and would never arrive.
        using var allHaveEnded = new Barrier(workers);

        var threads = new Thread[workers];
        for (var i = 0; i < workers; i++)
        {
            var worker = i;
            threads[i] = new Thread(() =>
            {
                foreach (var phase in phases)
                {
                    phase(worker);

                    // Like a Join of all the others, after which everybody goes on. It counts anew
                    // for each phase by itself.
                    allHaveEnded.SignalAndWait();
                }
            });
            threads[i].Start();
        }

        // The last phase's end is this thread's business, too: only after Join does it see what the
        // workers have written, and only then may the barrier go.
        foreach (var thread in threads)
            thread.Join();
    }
}
