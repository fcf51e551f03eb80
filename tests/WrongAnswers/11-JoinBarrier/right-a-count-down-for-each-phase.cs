// right: a count-down for each phase, which everybody signals and waits for
namespace Katas.JoinBarrier;

public static class PhasedWork
{
    public static void Run(int workers, params Action<int>[] phases)
    {
        var ended = new CountdownEvent[phases.Length];
        for (var phase = 0; phase < phases.Length; phase++)
            ended[phase] = new CountdownEvent(workers);

        var threads = new Thread[workers];
        for (var i = 0; i < workers; i++)
        {
            var worker = i;
            threads[i] = new Thread(() =>
            {
                for (var phase = 0; phase < phases.Length; phase++)
                {
                    phases[phase](worker);
                    ended[phase].Signal();
                    ended[phase].Wait();
                }
            });
            threads[i].Start();
        }
        foreach (var thread in threads)
            thread.Join();
    }
}
