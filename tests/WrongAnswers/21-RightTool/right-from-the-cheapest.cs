// right: the cheapest tool that will do
namespace Katas.RightTool;

public static class Chooser
{
    public static Tool For(Job job)
    {
        var isAlone = job.Parts <= 1;
        var givesItsThreadBack = job.Limit == Limit.Waiting && !job.Blocks;
        if (!job.NeedsIsolation && isAlone) return Tool.Call;
        if (!job.NeedsIsolation && givesItsThreadBack) return Tool.Tasks;
        return job.NeedsIsolation ? Tool.Processes : Tool.Threads;
    }
}
