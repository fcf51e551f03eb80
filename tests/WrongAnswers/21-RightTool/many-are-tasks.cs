// wrong: many parts are tasks and few are threads, whether their calls block or not -> as many parts at work at once, for less
// hint /Parts >=? \d\d|Parts > [2-9]/: How many parts there are doesn't decide between tasks and threads. What does a call do with its thread while it waits?
namespace Katas.RightTool;

public static class Chooser
{
    public static Tool For(Job job)
    {
        if (job.NeedsIsolation) return Tool.Processes;
        if (job.Parts == 1) return Tool.Call;
        if (job.Limit == Limit.Processor) return Tool.Threads;
        return job.Parts > 9 ? Tool.Tasks : Tool.Threads;
    }
}
