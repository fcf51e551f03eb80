// Given: nothing to change here. The file to edit is Hello.cs.
namespace Katas.HelloWorker;

/// <summary>What one run of the program tells about itself.</summary>
public sealed class Report
{
    public int ProcessId { get; set; }

    public int MainThreadId { get; set; }

    public int WorkerThreadId { get; set; }

    /// <summary>What was said, in the order in which it was said.</summary>
    public List<string> Lines { get; } = [];
}
