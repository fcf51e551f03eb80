using System.Reflection;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Interleavings;

/// <summary>
/// Runs tests in this process through NUnit's own runner; prints nothing and leaves no files.
/// </summary>
public static class SpecRun
{
    /// <summary>The folder for the files of a run that is to leave none.</summary>
    internal const string Nowhere = "";

    /// <summary>The tests of a class, in the order in which they run.</summary>
    public static IReadOnlyList<string> Specs(Type fixture) =>
        [.. Leaves(Loaded(fixture).LoadedTest!).Where(In(fixture)).Select(t => t.FullName)];

    /// <summary>Runs the tests of a class; those that aren't reached have no result.</summary>
    /// <param name="isLast">Whether a result says enough, so that the run ends with it.</param>
    public static IReadOnlyList<SpecResult> Of(Type fixture, Func<SpecResult, bool>? isLast = null)
    {
        var runner = Loaded(fixture);
        if (isLast is null) return Run(runner, In(fixture));

        var results = new List<SpecResult>();
        // As they stand in the source: that is how a learner meets them, too.
        foreach (var spec in Leaves(runner.LoadedTest!).Where(In(fixture))
            .OrderBy(spec => spec.Method!.MethodInfo.MetadataToken).ToList())
        {
            results.AddRange(Run(runner, test => test == spec));
            if (isLast(results[^1])) break;
        }
        return results;
    }

    static IReadOnlyList<SpecResult> Run(NUnitTestAssemblyRunner runner, Func<ITest, bool> isChosen) =>
    [
        .. Leaves(runner.Run(TestListener.NULL, new Chosen(isChosen)))
            .Where(result => isChosen(result.Test)).Select(result => new SpecResult(
                result.Test.FullName, result.ResultState.Status == TestStatus.Passed,
                result.Message ?? "")),
    ];

    static NUnitTestAssemblyRunner Loaded(Type fixture)
    {
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        // One test at a time: an exploration is a matter of one thread at a time anyway.
        runner.Load(fixture.Assembly, new Dictionary<string, object>
        {
            // Nobody asks for the other classes of the assembly, which may be many.
            [global::NUnit.FrameworkPackageSettings.LOAD] = new List<string> { fixture.FullName! },
            [global::NUnit.FrameworkPackageSettings.NumberOfTestWorkers] = 0,
            [global::NUnit.FrameworkPackageSettings.WorkDirectory] = Nowhere,
        });
        return runner;
    }

    static Func<ITest, bool> In(Type fixture) => test => test.TypeInfo?.Type == fixture;

    static IEnumerable<ITest> Leaves(ITest test) =>
        test.IsSuite ? test.Tests.SelectMany(Leaves) : [test];

    static IEnumerable<ITestResult> Leaves(ITestResult result) =>
        result.Test.IsSuite ? result.Children.SelectMany(Leaves) : [result];

    sealed class Chosen(Func<ITest, bool> isChosen) : ITestFilter
    {
        public bool Pass(ITest test) => Leaves(test).Any(isChosen);

        public bool IsExplicitMatch(ITest test) => false;

        public TNode ToXml(bool recursive) => throw new NotSupportedException();

        public TNode AddToXml(TNode parentNode, bool recursive) => throw new NotSupportedException();
    }
}

/// <summary>How a test went.</summary>
/// <param name="Name">Its full name.</param>
public sealed record SpecResult(string Name, bool Passed, string Message);
