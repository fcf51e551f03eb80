namespace Katas.RightTool;

public static class Chooser
{
    /// <summary>The tool that does the job at the least cost.</summary>
    public static Tool For(Job job)
    {
        // First what only one of them can do. No thread is safe from another one's crash.
        if (job.NeedsIsolation) return Tool.Processes;

        // Nothing to be done side by side.
        if (job.Parts == 1) return Tool.Call;

        // Computing needs a thread for each part. .NET has no global lock: no processes needed.
        if (job.Limit == Limit.Processor) return Tool.Threads;

        // Who waits needs no thread, unless the call keeps it.
        return job.Blocks ? Tool.Threads : Tool.Tasks;
    }
}
