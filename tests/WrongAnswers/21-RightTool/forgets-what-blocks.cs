// wrong: takes all waiting for waiting that gives its thread back -> each part has to wait for the one before
// hint /^(?!.*Blocks).*Limit\./: Some calls can't be awaited, they block their thread. The job says whether its calls do.
namespace Katas.RightTool;

public static class Chooser
{
    public static Tool For(Job job)
    {
        if (job.NeedsIsolation) return Tool.Processes;
        if (job.Parts == 1) return Tool.Call;
        return job.Limit == Limit.Processor ? Tool.Threads : Tool.Tasks;
    }
}
