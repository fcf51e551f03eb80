// wrong: does the work of all workers itself, phase by phase -> never ran at the same time
// hint /^(?!.*(?:new Thread|Task|ThreadPool|Parallel))/: Nothing here starts a thread: the caller does the work of all, one after the other.
namespace Katas.JoinBarrier;

public static class PhasedWork
{
    public static void Run(int workers, params Action<int>[] phases)
    {
        foreach (var phase in phases)
        {
            for (var worker = 0; worker < workers; worker++)
                phase(worker);
        }
    }
}
