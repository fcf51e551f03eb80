using Shouldly;

namespace Interleavings.Tests.Fidelity;

/// <summary>
/// A script by one thread, and what came of each line: run once outside an execution, where every
/// call reaches the real thing, and once inside, where it reaches the model.
/// </summary>
internal sealed class Script
{
    private readonly List<string> _lines = [];

    // Never written again: so reading it is no event, and a long script stays within bounds.
    private readonly List<(string Line, Func<object?> Call)>? _calls;

    private Script(List<(string Line, Func<object?> Call)>? calls = null) => _calls = calls;

    /// <summary>Both must give the same results and exceptions.</summary>
    internal static void Compare(Action<Script> script)
    {
        var real = new Script();
        script(real);
        List<string>? modelled = null;
        var verdict = Explorer.Explore(() =>
        {
            var inside = new Script();
            script(inside);
            modelled = inside._lines;
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        real._lines.ShouldNotBeEmpty();
        modelled.ShouldBe(real._lines);
    }

    /// <summary>Each line by itself: together, there are too many ways to run them.</summary>
    internal static void CompareEach(Action<Script> script)
    {
        var all = new Script([]);
        script(all);
        foreach (var (line, call) in all._calls!) Compare(s => s.Do(line, call));
    }

    internal void Do(string line, Action call) => Do(line, () =>
    {
        call();
        return "done";
    });

    internal void Do<T>(string line, Func<T> call)
    {
        if (_calls is not null)
        {
            Keep(line, call);
            return;
        }
        string result;
        try
        {
            result = $"{call()}";
        }
        catch (Exception exception)
        {
            var parameter = (exception as ArgumentException)?.ParamName;
            result = exception.GetType().Name + (parameter is null ? "" : $" ({parameter})");
        }
        _lines.Add($"{line}: {result}");
    }

    // Apart, because what a lambda captures is shared memory: each line would take more events.
    private void Keep<T>(string line, Func<T> call) => _calls!.Add((line, () => call()));
}
