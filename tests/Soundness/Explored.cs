using System.Reflection;
using Interleavings;
using Soundness.Real;

namespace Soundness;

/// <summary>What the explorer says of a program, and the results that its executions ended with.</summary>
sealed class Explored
{
    readonly MethodInfo method;
    Task<int[]>? last;

    Explored(MethodInfo method) => this.method = method;

    public HashSet<string> Outcomes { get; } = [];

    public Verdict Verdict { get; private set; } = null!;

    /// <summary>Not more than this many traces: the programs are small, and there are many.</summary>
    public const int MostExecutions = 3_000;

    static readonly Bounds bounds = new()
    {
        Executions = MostExecutions,
        TotalEvents = 150_000,
        EventsPerExecution = 1_000,
        SilentRounds = 100_000,
        StuckAfterSeconds = 30,
    };

    /// <summary>Goes on after a failure: all that can come out.</summary>
    public static Explored All(MethodInfo method)
    {
        var explored = new Explored(method);
        explored.Verdict = Explore(method, explored.Run, explored.RunAsync, bounds with { CountAll = true });
        explored.KeepLast();
        return explored;
    }

    /// <summary>Asserts that an outcome doesn't come.</summary>
    public static Verdict Without(MethodInfo method, string outcome)
    {
        object[] arguments = [outcome.Split(' ').Select(int.Parse).ToArray()];
        return Explore(method, () => Invoke(method, arguments), () => (Task)Invoke(method, arguments)!, bounds);
    }

    static Verdict Explore(MethodInfo method, Action run, Func<Task> runAsync, Bounds bounds) =>
        typeof(Task).IsAssignableFrom(method.ReturnType)
            ? Explorer.Explore(runAsync, bounds, method.Module.Assembly)
            : Explorer.Explore(run, bounds, method.Module.Assembly);

    static object? Invoke(MethodInfo method, params object[] arguments)
    {
        Ledger.Reset();
        return method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    void Run() => Outcomes.Add(RealRuns.Text(Invoke(method)!));

    // Not an async method: what isn't woven must not await.
    Task RunAsync()
    {
        KeepLast();
        return last = (Task<int[]>)Invoke(method)!;
    }

    void KeepLast()
    {
        if (last is { IsCompletedSuccessfully: true }) Outcomes.Add(RealRuns.Text(last));
        last = null;
    }
}
