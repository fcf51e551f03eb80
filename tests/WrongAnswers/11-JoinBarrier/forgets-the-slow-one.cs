// wrong: a barrier of its own that the quick enter again before the slow have left it -> lost wake-up
// hint /(\w+) = 0; Monitor\.PulseAll\(\w+\); \}.*while \(\1 (?:> 0|!= 0|< \w+)\)/: A quick worker may arrive in the next phase before a slow one has looked, who then sleeps on.
namespace Katas.JoinBarrier;

public static class PhasedWork
{
    public static void Run(int workers, params Action<int>[] phases)
    {
        var gate = new object();
        var arrived = 0;
        var threads = new Thread[workers];
        for (var i = 0; i < workers; i++)
        {
            var worker = i;
            threads[i] = new Thread(() =>
            {
                foreach (var phase in phases)
                {
                    phase(worker);
                    lock (gate)
                    {
                        if (++arrived == workers)
                        {
                            arrived = 0;
                            Monitor.PulseAll(gate);
                        }
                        while (arrived > 0)
                            Monitor.Wait(gate);
                    }
                }
            });
            threads[i].Start();
        }
        foreach (var thread in threads)
            thread.Join();
    }
}
