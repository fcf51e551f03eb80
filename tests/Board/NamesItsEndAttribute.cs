using Interleavings;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Katas.Tests.Board;

/// <summary>
/// A process that ends in the middle of a spec says in which: at once where it still can, as after
/// an exception on a thread of its own, and otherwise in the next run.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class NamesItsEndAttribute : Attribute, ITestAction
{
    static NamesItsEndAttribute()
    {
        AppDomain.CurrentDomain.UnhandledException += (_, _) => Tell();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Tell();
        // Elsewhere, as in a dojo, several runs share a process.
        if (Journal.Mine is null) return;
        ExploredTests.Begins += Begin;
        ExploredTests.Ended += End;
    }

    public ActionTargets Targets => ActionTargets.Test;

    public void BeforeTest(ITest test) => Begin(test);

    public void AfterTest(ITest test) => End(TestExecutionContext.CurrentContext.CurrentResult);

    /// <remarks>Without the arguments of a case: the line is short, and the spec is found.</remarks>
    static void Begin(ITest test)
    {
        UnderWay.Here.Begin(test.Name.Split('(')[0]);
        Journal.Mine?.Begun(test.FullName);
    }

    static void End(ITestResult result)
    {
        UnderWay.Here.End();
        var passed = result.ResultState.Status == TestStatus.Passed;
        var text = passed ? result.Output : result.Message;
        Journal.Mine?.Ended(result.Test.FullName, passed, text ?? "");
    }

    internal static string Message(string spec) => $"The run ends in the middle of {spec}.";

    static void Tell()
    {
        // A parent says more.
        if (Journal.Mine is null && UnderWay.Here.Current is { } spec)
            RawOutput.WriteLine(Message(spec));
    }
}
