using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Primitives;

/// <summary>Programs with the verdict that each must get.</summary>
internal static class Judged
{
    internal static TestCaseData Fails(string name, Action program, params FailureKind[] kinds) =>
        new TestCaseData((Func<Verdict>)(() => Explorer.Explore(program)), kinds).SetArgDisplayNames(name);

    internal static TestCaseData Fails(string name, Func<Task> program, params FailureKind[] kinds) =>
        new TestCaseData((Func<Verdict>)(() => Explorer.Explore(program)), kinds).SetArgDisplayNames(name);

    internal static TestCaseData Holds(string name, Action program) => Fails(name, program);

    internal static TestCaseData Holds(string name, Func<Task> program) => Fails(name, program);

    /// <param name="kinds">None for a program that is right.</param>
    internal static void Judge(Func<Verdict> explore, FailureKind[] kinds)
    {
        var verdict = explore();
        verdict.Outcome.ShouldBe(kinds.Length == 0 ? Outcome.Proved : Outcome.Broken, verdict.ToString());
        if (kinds.Length > 0) kinds.ShouldContain(verdict.Failure!.Kind, verdict.ToString());
    }
}
