// wrong: joins after each phase, and starts new threads for the next -> went on as another thread
namespace Katas.JoinBarrier;

public static class PhasedWork
{
    public static void Run(int workers, params Action<int>[] phases)
    {
        foreach (var phase in phases)
        {
            var threads = new Thread[workers];
            for (var i = 0; i < workers; i++)
            {
                var worker = i;
                threads[i] = new Thread(() => phase(worker));
                threads[i].Start();
            }
            foreach (var thread in threads)
                thread.Join();
        }
    }
}
