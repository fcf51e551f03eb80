// wrong: sleeps between the phases, and hopes that all have ended by then -> before the other had ended
// hint /Thread\.Sleep\(/: However long they sleep, one of them may take longer. Where could they wait for each other?
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
                foreach (var phase in phases)
                {
                    phase(worker);
                    Thread.Sleep(100);
                }
            });
            threads[i].Start();
        }
        foreach (var thread in threads)
            thread.Join();
    }
}
