namespace Interleavings.Models;

/// <summary>What to use instead of a member that is not modelled.</summary>
internal static class Refusals
{
    private static readonly (string Prefix, string Advice)[] Known =
    [
        ("System.Threading.Mutex", "use lock: a Mutex is for several processes"),
        ("System.Threading.SemaphoreSlim", "use Wait, WaitAsync and Release"),
        ("System.Threading.Cancellation", "use Cancel, CancelAfter, Token, Register and Dispose"),
        ("System.Threading.Semaphore", "use SemaphoreSlim: a Semaphore is for several processes"),
        ("System.Threading.ReaderWriterLockSlim", "use its members without a time limit, or lock"),
        ("System.Threading.ReaderWriterLock", "use ReaderWriterLockSlim, or lock"),
        ("System.Threading.Thread", "a thread is made, started and joined here, no more"),
        ("System.Threading.ThreadPool", "use QueueUserWorkItem, or a Thread that you start and join"),
        ("System.Threading.Tasks.Parallel", "use For, ForEach, Invoke, ForAsync or ForEachAsync, without a Partitioner"),
        ("System.Threading.Tasks", "use Task.Run, await, Task.WhenAll and the like"),
        ("System.Threading.Monitor", "use Enter, TryEnter, Exit, Wait, Pulse and PulseAll, or lock"),
        ("System.Collections.Concurrent.BlockingCollection", "use its members without a time limit"),
        ("System.Collections.Concurrent", "use a plain collection under a lock"),
        ("System.Threading.Channels", "use CreateBounded or CreateUnbounded, and their Reader and Writer"),
        ("System.Linq.Parallel", "use Select, Where, SelectMany, GroupBy, OrderBy, and Sum, Count, ToArray"
            + " and the like to run it"),
        ("async/await", "return Task or ValueTask, without a builder of one's own"),
        ("System.Diagnostics.Process", "no process can be explored: hand the code something in memory"
            + " that stands for it"),
        ("System.Console", "a test has no one at the keyboard: take the value as an argument"),
    ];

    /// <summary>A clause that follows the member's name; never empty.</summary>
    internal static string Advice(string member)
    {
        foreach (var (prefix, advice) in Known)
        {
            if (member.StartsWith(prefix, StringComparison.Ordinal)) return advice;
        }
        return "use what this kata's README names";
    }
}
