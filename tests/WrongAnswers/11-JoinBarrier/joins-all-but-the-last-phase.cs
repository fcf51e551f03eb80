// wrong: meets between the phases, and returns without waiting for the last -> before the other had ended
namespace Katas.JoinBarrier;

public static class PhasedWork
{
    public static void Run(int workers, params Action<int>[] phases)
    {
        var meeting = new Barrier(workers + 1);
        for (var i = 0; i < workers; i++)
        {
            var worker = i;
            new Thread(() =>
            {
                foreach (var phase in phases)
                {
                    meeting.SignalAndWait();
                    phase(worker);
                }
            }).Start();
        }
        foreach (var _ in phases) meeting.SignalAndWait();
    }
}
