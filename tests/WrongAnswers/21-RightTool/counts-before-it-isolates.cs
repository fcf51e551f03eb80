// wrong: what has one part is called, though it may crash -> a part that crashes takes all other parts with it
// hint /if \(job\.Parts (?:==|<=|<) [12]\) (?:\{ )?return Tool\.Call;.*NeedsIsolation/: Also a single part may crash: look at the isolation first.
namespace Katas.RightTool;

public static class Chooser
{
    public static Tool For(Job job)
    {
        if (job.Parts == 1) return Tool.Call;
        if (job.NeedsIsolation) return Tool.Processes;
        if (job.Limit == Limit.Processor) return Tool.Threads;
        return job.Blocks ? Tool.Threads : Tool.Tasks;
    }
}
