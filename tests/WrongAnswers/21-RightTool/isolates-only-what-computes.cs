// wrong: asks for isolation only where something is computed -> a part that crashes takes all other parts with it
// hint /Limit\.Waiting\) return job\.Blocks \? Tool\.Threads : Tool\.Tasks;.*NeedsIsolation/: What waits may crash, too: isolation comes first, whatever takes the time.
namespace Katas.RightTool;

public static class Chooser
{
    public static Tool For(Job job)
    {
        if (job.Parts == 1 && !job.NeedsIsolation) return Tool.Call;
        if (job.Limit == Limit.Waiting) return job.Blocks ? Tool.Threads : Tool.Tasks;
        return job.NeedsIsolation ? Tool.Processes : Tool.Threads;
    }
}
