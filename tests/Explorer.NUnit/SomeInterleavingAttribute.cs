using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal.Commands;

namespace Interleavings;

/// <summary>
/// Asks whether a test passes in at least one interleaving: what must be possible, such as two
/// workers inside at once. It rules out answers that lock more than they have to.
/// </summary>
/// <remarks>Fixtures, SetUp and TearDown as with <see cref="EveryInterleavingAttribute"/>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SomeInterleavingAttribute : NUnitAttribute, IWrapSetUpTearDown
{
    /// <inheritdoc cref="EveryInterleavingAttribute.PoolThreads"/>
    public int PoolThreads { get; set; }

    /// <summary>What may still be at work, or blocked for ever, when the test ends.</summary>
    public LeftRunning LeftRunning { get; set; }

    TestCommand ICommandWrapper.Wrap(TestCommand command) =>
        new ExploringCommand(
            command.Test, (program, woven) =>
                Explorer.ExploreSome(program, Bounds(command.Test), woven));

    Bounds Bounds(ITest test) => ProgressLine.Bounds(test) with
    {
        PoolThreads = PoolThreads, LeftRunning = LeftRunning,
    };
}
