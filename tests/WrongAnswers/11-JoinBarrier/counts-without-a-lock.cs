// wrong: counts who has ended with ++, so that one may get lost -> data race
// hint /\b(\w+)(?:\+\+| \+= 1); while \(\1\b/: The count is shared as well: `++` is no single step, and the loop reads what others write.
namespace Katas.JoinBarrier;

public static class PhasedWork
{
    public static void Run(int workers, params Action<int>[] phases)
    {
        var ended = 0;
        var threads = new Thread[workers];
        for (var i = 0; i < workers; i++)
        {
            var worker = i;
            threads[i] = new Thread(() =>
            {
                for (var phase = 0; phase < phases.Length; phase++)
                {
                    phases[phase](worker);
                    ended++;
                    while (ended < (phase + 1) * workers)
                        Thread.Yield();
                }
            });
            threads[i].Start();
        }
        foreach (var thread in threads)
            thread.Join();
    }
}
