// right: one pattern for each tool
namespace Katas.RightTool;

public static class Chooser
{
    public static Tool For(Job job)
    {
        return job switch
        {
            { NeedsIsolation: true } => Tool.Processes,
            { Parts: 1 } => Tool.Call,
            { Limit: Limit.Waiting, Blocks: false } => Tool.Tasks,
            _ => Tool.Threads,
        };
    }
}
