// right: a barrier of its own: a count, and a phase number that the last one to arrive moves on
namespace Katas.JoinBarrier;

public static class PhasedWork
{
    public static void Run(int workers, params Action<int>[] phases)
    {
        var gate = new object();
        var arrived = 0;
        var number = 0;
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
                        var mine = number;
                        if (++arrived == workers)
                        {
                            arrived = 0;
                            number++;
                            Monitor.PulseAll(gate);
                        }
                        while (mine == number)
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
