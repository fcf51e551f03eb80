// wrong: processes for what computes, as where one lock lets a single thread compute -> as many parts at work at once, for less
// hint /Limit\.Processor\) return Tool\.Processes/: That is for Python, whose GIL lets one thread compute at a time. .NET has no such lock.
namespace Katas.RightTool;

public static class Chooser
{
    public static Tool For(Job job)
    {
        if (job.NeedsIsolation) return Tool.Processes;
        if (job.Parts == 1) return Tool.Call;
        if (job.Limit == Limit.Processor) return Tool.Processes;
        return job.Blocks ? Tool.Threads : Tool.Tasks;
    }
}
