using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal.Commands;

namespace Interleavings;

/// <summary>
/// Runs a test in every interleaving of the threads it starts: it passes only if each one does.
/// Used beside [Test] or [TestCase].
/// </summary>
/// <remarks>
/// Each execution has a fixture of its own, and its SetUp and TearDown run inside it.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryInterleavingAttribute : NUnitAttribute, IWrapSetUpTearDown
{
    /// <summary>
    /// A schedule from a report, to run only that: set a breakpoint and debug the test. Taken out
    /// again, the test explores.
    /// </summary>
    public string? Replay { get; set; }

    /// <summary>
    /// How many threads the pool has; 0: as many as it needs. With a number, a test fails if each of
    /// them is blocked while queued work could free one: thread-pool starvation.
    /// </summary>
    public int PoolThreads { get; set; }

    /// <summary>What may still be at work, or blocked for ever, when the test ends.</summary>
    public LeftRunning LeftRunning { get; set; }

    TestCommand ICommandWrapper.Wrap(TestCommand command) => new ExploringCommand(command.Test,
        Replay is null
            ? (program, woven) => Explorer.Explore(program, Bounds(command.Test), woven)
            : (program, woven) => Explorer.Replay(
                Schedule.Parse(Replay), program, woven, Bounds(command.Test)));

    Bounds Bounds(ITest test) => ProgressLine.Bounds(test) with
    {
        PoolThreads = PoolThreads, LeftRunning = LeftRunning,
    };
}
