using System.Text.RegularExpressions;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Katas.Tests.Board;

/// <summary>
/// Leaves of a plain spec's failure what the learner can act on: the message once, and the frames
/// that have a source file. NUnit adds its own, and repeats all of them for the assertion.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed partial class OwnFramesAttribute : Attribute, ITestAction
{
    public ActionTargets Targets => ActionTargets.Test;

    public void BeforeTest(ITest test)
    {
    }

    public void AfterTest(ITest test)
    {
        var context = TestExecutionContext.CurrentContext;
        var noisy = context.CurrentResult;
        if (noisy.ResultState.Status != TestStatus.Failed) return;

        var result = ((Test)test).MakeTestResult();
        result.SetResult(noisy.ResultState, Message(noisy.Message), Frames(noisy.StackTrace));
        result.OutWriter.Write(noisy.Output);
        context.CurrentResult = result;
        foreach (var attachment in noisy.TestAttachments)
            TestContext.AddTestAttachment(attachment.FilePath, attachment.Description);
    }

    internal static string Message(string? message) =>
        AssertionType().Replace(message ?? "", "").TrimEnd();

    internal static string Frames(string? stackTrace) => string.Join('\n',
        Frame().Matches(stackTrace ?? "").Select(m => m.Value.TrimEnd()).Distinct());

    [GeneratedRegex(@"^\s*(Shouldly\.ShouldAssertException|NUnit\.Framework\.AssertionException) : ")]
    private static partial Regex AssertionType();

    [GeneratedRegex(@"^ *at .* in .*:line \d+", RegexOptions.Multiline)]
    private static partial Regex Frame();
}
