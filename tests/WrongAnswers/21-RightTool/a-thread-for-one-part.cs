// wrong: a thread of its own for the only part there is -> as many parts at work at once, for less
// hint /^(?!.*Parts).*Limit\./: How many parts does this job have? A single one needs no help.
namespace Katas.RightTool;

public static class Chooser
{
    public static Tool For(Job job)
    {
        if (job.NeedsIsolation) return Tool.Processes;
        if (job.Limit == Limit.Processor) return Tool.Threads;
        return job.Blocks ? Tool.Threads : Tool.Tasks;
    }
}
