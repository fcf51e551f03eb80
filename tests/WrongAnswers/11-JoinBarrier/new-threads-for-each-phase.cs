// wrong: joins after each phase, and starts new threads for the next -> went on as another thread
// hint /(?:foreach \(var \w+ in phases\)|for \([^(){};]*;[^{};]*phases\.Length;[^(){};]*\)) \{[^}]*new Thread\(/: Each phase gets new threads. Let the same ones go on, and meet in between.
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
