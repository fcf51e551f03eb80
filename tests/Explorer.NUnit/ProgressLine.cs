using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Interleavings;

/// <summary>Where a test explores for more than two seconds, a line says how far it is.</summary>
sealed class ProgressLine(ITest test) : IProgress<Progress>
{
    internal static Bounds Bounds(ITest test) => new() { Progress = new ProgressLine(test) };

    public void Report(Progress value) =>
        TestContext.Progress.WriteLine($"{test.FullName}: {value}");
}
