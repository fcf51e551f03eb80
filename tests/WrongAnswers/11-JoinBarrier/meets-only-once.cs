// wrong: meets after the first phase, and never again -> before the other had ended the one before
// hint /if \([^{};]*== 0\) (?:\{ )?\w+\.SignalAndWait\(\)/: They meet after the first phase, and then nobody waits for anybody again.
namespace Katas.JoinBarrier;

public static class PhasedWork
{
    public static void Run(int workers, params Action<int>[] phases)
    {
        using var meeting = new Barrier(workers);
        var threads = new Thread[workers];
        for (var i = 0; i < workers; i++)
        {
            var worker = i;
            threads[i] = new Thread(() =>
            {
                for (var phase = 0; phase < phases.Length; phase++)
                {
                    phases[phase](worker);
                    if (phase == 0) meeting.SignalAndWait();
                }
            });
            threads[i].Start();
        }
        foreach (var thread in threads)
            thread.Join();
    }
}
