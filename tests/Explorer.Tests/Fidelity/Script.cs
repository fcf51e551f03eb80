using Shouldly;

namespace Interleavings.Tests.Fidelity;

/// <summary>
/// What a single-threaded script tells, line by line: each line a result, or an exception's type
/// and the parameter that it blames. Run outside an execution it tells of the real primitive,
/// inside of the model.
/// </summary>
internal sealed class Script
{
    private readonly List<string> _lines = [];

    internal void Tell(string step, Func<object?> act)
    {
        try
        {
            _lines.Add($"{step}: {act() ?? "null"}");
        }
        catch (Exception exception)
        {
            var blamed = exception is ArgumentException { ParamName: { } name } ? $" ({name})" : "";
            _lines.Add($"{step}: {exception.GetType().Name}{blamed}");
        }
    }

    internal void Tell(string step, Action act) => Tell(step, () =>
    {
        act();
        return "done";
    });

    internal static void SameInAndOutside(Action<Script> script)
    {
        var real = new Script();
        script(real);
        Script modelled = null!;

        var verdict = Explorer.Explore(() =>
        {
            var told = new Script();
            script(told);
            modelled = told;
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        for (var i = 0; i < real._lines.Count; i++) modelled._lines[i].ShouldBe(real._lines[i], $"line {i}");
        modelled._lines.Count.ShouldBe(real._lines.Count);
        real._lines.Count.ShouldBeGreaterThan(3);
    }
}
