using NUnit.Framework;
using NUnit.Framework.Interfaces;

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
    }

    public ActionTargets Targets => ActionTargets.Test;

    /// <remarks>Without the arguments of a case: the line is short, and the spec is found.</remarks>
    public void BeforeTest(ITest test) => UnderWay.Here.Begin(test.Name.Split('(')[0]);

    public void AfterTest(ITest test) => UnderWay.Here.End();

    internal static string Message(string spec) => $"The run ends in the middle of {spec}.";

    static void Tell()
    {
        if (UnderWay.Here.Current is { } spec) RawOutput.WriteLine(Message(spec));
    }
}
