using System.Reflection;
using Interleavings.Reporting;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace Interleavings;

/// <summary>
/// Stands in for all that NUnit would do for a test (its SetUp, body and TearDown, once): explores
/// them, and turns the verdict into the test's one result.
/// </summary>
/// <remarks>
/// No stack trace is set: the report names the lines, and the frames would be the explorer's.
/// </remarks>
sealed class ExploringCommand(Test test, Func<Action, Assembly, Verdict> explore)
    : TestCommand(test)
{
    public override TestResult Execute(TestExecutionContext context)
    {
        var result = context.CurrentResult;
        ExploredTests.Begin(Test);
        try
        {
            if (ExploredBody.ReasonAgainst(Test) is { } reason)
                result.SetResult(ResultState.NotRunnable, reason);
            else
                Record(context, Explored(context));
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            result.SetResult(ResultState.Failure, exception.Message);
        }
        ExploredTests.End(result);
        return result;
    }

    Verdict Explored(TestExecutionContext context)
    {
        // NUnit's assertions record what they find in the current result: here, in one that is
        // thrown away. The verdict alone decides.
        var scratch = new TestExecutionContext(context) { CurrentResult = Test.MakeTestResult() };
        var body = ExploredBody.Of(Test);
        scratch.EstablishExecutionEnvironment();
        try
        {
            return explore(() =>
            {
                if (scratch.CurrentResult.AssertionResultCount > 0)
                    scratch.CurrentResult = Test.MakeTestResult();
                body();
            }, Test.TypeInfo!.Assembly);
        }
        finally
        {
            context.EstablishExecutionEnvironment();
        }
    }

    void Record(TestExecutionContext context, Verdict verdict)
    {
        var result = context.CurrentResult;
        var claim = Claim.Of(Test);
        var report = Report.Of(verdict, claim);
        if (verdict.Outcome == Outcome.Proved)
        {
            result.SetResult(ResultState.Success, report);
            // Nobody shows the message of a test that passes, but its output is looked at.
            result.OutWriter.WriteLine(report);
            return;
        }
        var page = PageFile.Write(Test, verdict, claim);
        result.SetResult(ResultState.Failure, page is null ? report : $"{report}\n Page: {page.Link}");
        // dotnet test lists attachments under the failures: there the message's line is enough.
        if (page is not null && !Environment.GetCommandLineArgs().Contains("dotnettestcli"))
            TestContext.AddTestAttachment(page.Path, "The failure, step by step");
    }
}
