// wrong: the workers meet, but nobody waits for them at the end -> before the other had ended
// hint /^(?!.*\.Join\()(?!.* \+ 1\)).*\.SignalAndWait\(\)/: The workers wait for each other, but the caller waits for nobody, and looks too early.
namespace Katas.JoinBarrier;

public static class PhasedWork
{
    public static void Run(int workers, params Action<int>[] phases)
    {
        var meeting = new Barrier(workers);
        var threads = new Thread[workers];
        for (var i = 0; i < workers; i++)
        {
            var worker = i;
            threads[i] = new Thread(() =>
            {
                foreach (var phase in phases)
                {
                    phase(worker);
                    meeting.SignalAndWait();
                }
            });
            threads[i].Start();
        }
    }
}
