namespace Interleavings.Models;

/// <summary>What to use instead of a member that is not modelled.</summary>
internal static class Refusals
{
    private static readonly (string Prefix, string Advice)[] Known =
    [
        ("System.Threading.Mutex", "use one without a name, or lock: one with a name is for several processes"),
        ("System.Threading.SemaphoreSlim", "use Wait, WaitAsync and Release"),
        ("System.Threading.Cancellation", "use Cancel, CancelAfter, Token, Register and Dispose"),
        ("System.Threading.Semaphore", "use one without a name, or SemaphoreSlim: one with a name is for several processes"),
        ("System.Threading.ReaderWriterLockSlim", "use Enter, TryEnter and Exit, or lock"),
        ("System.Threading.ReaderWriterLock", "use ReaderWriterLockSlim, or lock"),
        ("System.Threading.Thread", "a thread is made, started and joined here, no more"),
        ("System.Threading.ThreadPool", "use QueueUserWorkItem, or a Thread that you start and join"),
        ("System.Threading.Tasks.Parallel", "use For, ForEach, Invoke, ForAsync or ForEachAsync, without a Partitioner"),
        ("System.Threading.Tasks", "use Task.Run, await, Task.WhenAll and the like"),
        ("System.Threading.Monitor", "use Enter, TryEnter, Exit, Wait, Pulse and PulseAll, or lock"),
        ("System.Collections.Concurrent.BlockingCollection", "use Add, Take, TryAdd and TryTake"),
        ("System.Collections.Concurrent", "use a plain collection under a lock"),
        ("System.Threading.Channels", "use CreateBounded or CreateUnbounded, and their Reader and Writer"),
        ("System.Linq.AsyncEnumerable", "import tests/Weaver/Weave.targets, which brings them woven: use await foreach"),
        ("System.Linq.Parallel", "use Select, Where, SelectMany, GroupBy, OrderBy, and Sum, Count, ToArray"
            + " and the like to run it"),
        ("System.IO.MemoryMappedFiles", "other processes have no part in an exploration: use a field or an array"),
        ("System.IO.Pipelines", "its callbacks come on threads that aren't explored: use a Channel"),
        ("System.IO.Pipes", "other processes have no part in an exploration: use a Channel"),
        ("System.IO", "a file outlives an execution: use a MemoryStream or a StringWriter"),
        ("System.Environment", "what belongs to the whole process outlives an execution: use a variable"),
        ("System.AppContext", "what belongs to the whole process outlives an execution: use a variable"),
        ("System.AppDomain", "what belongs to the whole process outlives an execution: use try and finally"),
        ("System.Globalization", "what belongs to the whole process outlives an execution: use"
            + " CultureInfo.CurrentCulture"),
        ("System.GC", "the garbage collector is no part of an exploration: use Dispose, and don't wait for it"),
        ("System.Net", "no server can be explored: use something in memory that stands for it"),
        ("System.ComponentModel.PropertyDescriptor", "a call by reflection isn't seen: use the member"
            + " itself"),
        ("System.Activator", "a call by reflection isn't seen: use new"),
        ("System.Type.", "a call by reflection isn't seen: use the member itself"),
        ("System.ComponentModel", "it starts a thread of its own: use Task.Run or a Thread"),
        ("System.Reflection.Emit", "code made at run time isn't woven: use a delegate"),
        ("System.Linq.Expressions", "code made at run time isn't woven: use a delegate"),
        ("System.Runtime.Loader", "code loaded at run time isn't woven: use a reference"),
        ("System.Reflection", "a call by reflection isn't seen: use the member itself"),
        ("System.RuntimeMethodHandle", "a call through it isn't seen: use the member itself"),
        ("System.Delegate", "a call by reflection isn't seen: use the member itself"),
        ("System.Runtime.InteropServices", "memory and calls outside .NET aren't seen: use an array or a field"),
        ("Microsoft.Win32", "what it stands for belongs to the whole process: use a Stream that you have made"),
        ("[UnsafeAccessor]", "private members of a library aren't seen: use its public ones"),
        ("native code", "calls outside .NET aren't seen: use what .NET has for it"),
        ("dynamic", "what is called is decided at run time, unseen: use the type itself"),
        ("async/await", "return Task or ValueTask, without a builder of one's own"),
        ("System.Diagnostics.Metrics.MeterListener", "it hears the whole process, and outlives an"
            + " execution: count in a variable"),
        ("System.Diagnostics.ActivitySource", "a listener hears the whole process, and outlives an"
            + " execution: note it in a variable"),
        ("System.Diagnostics.DiagnosticListener", "a listener hears the whole process, and outlives an"
            + " execution: note it in a variable"),
        ("System.Diagnostics.Tracing", "it is called on threads that aren't explored: call it yourself"),
        ("System.Diagnostics.Process", "no process can be explored: hand the code something in memory"
            + " that stands for it"),
        ("System.Console.set_", "what the whole process writes to outlives an execution: use a StringWriter"
            + " that you hand on"),
        ("System.Console.Set", "what the whole process writes to outlives an execution: use a StringWriter"
            + " that you hand on"),
        ("System.Console.add_", "the process is the test run's: use a CancellationToken"),
        ("System.Console", "a test has no one at the keyboard: take the value as an argument"),
    ];

    /// <summary>Why an assembly's code can't be explored, and the line that changes it.</summary>
    internal static string NotWoven(string home, string toWeave) =>
        $"{home} is not woven, so its code can't be seen: add"
        + $" <WeaveReferences>{toWeave}</WeaveReferences> to the project file";

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
