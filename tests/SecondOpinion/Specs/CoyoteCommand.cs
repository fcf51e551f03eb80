using System.Reflection;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace Interleavings;

/// <summary>Does a spec pass in every execution, or in some?</summary>
enum Question
{
    Every,
    Some,
}

/// <summary>Stands in for a single run of a spec: Coyote runs it again and again.</summary>
sealed class CoyoteCommand(Test test, Question question) : TestCommand(test)
{
    public override TestResult Execute(TestExecutionContext context)
    {
        // What the assertions record, execution by execution, is not the verdict.
        var scratch = new TestExecutionContext(context) { CurrentResult = Test.MakeTestResult() };
        scratch.EstablishExecutionEnvironment();
        CoyoteVerdict verdict;
        try
        {
            verdict = IsAsync
                ? CoyoteRun.Of(question, (Func<Task>)(() => (Task)Called()!))
                : CoyoteRun.Of(question, (Action)(() => Called()));
        }
        finally
        {
            context.EstablishExecutionEnvironment();
        }
        context.CurrentResult.SetResult(
            verdict.Passed ? ResultState.Success : ResultState.Failure, verdict.ToString());
        return context.CurrentResult;
    }

    MethodInfo Method => Test.Method!.MethodInfo;

    bool IsAsync => Method.ReturnType == typeof(Task);

    /// <summary>A fixture of its own for each execution, as the explorer has it.</summary>
    object? Called() => Method.Invoke(
        Activator.CreateInstance(Test.TypeInfo!.Type), BindingFlags.DoNotWrapExceptions,
        binder: null, Test.Arguments, culture: null);
}
