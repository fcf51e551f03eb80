using System.Reflection;
using Interleavings;
using Soundness.Real;

namespace Soundness;

/// <summary>The explorer's verdict on a program, and the results of its executions.</summary>
sealed class Explored
{
    readonly MethodInfo method;
    Task<int[]>? last;

    Explored(MethodInfo method) => this.method = method;

    public HashSet<string> Outcomes { get; } = [];

    public Verdict Verdict { get; private set; } = null!;

    /// <summary>The programs are small, and many.</summary>
    public const int MostExecutions = 3_000;

    static readonly Bounds bounds = new()
    {
        Executions = MostExecutions,
        TotalEvents = 150_000,
        EventsPerExecution = 1_000,
        SilentRounds = 100_000,
    };

    /// <summary>The exploration continues after a failure, to collect every outcome.</summary>
    public static Explored All(MethodInfo method)
    {
        var explored = new Explored(method);
        explored.Verdict = Explore(
            method, explored.Run, explored.RunAsync, bounds with { CountAll = true });
        explored.KeepLast();
        return explored;
    }

    /// <summary>Asserts that an outcome doesn't come.</summary>
    public static Verdict Without(MethodInfo method, string outcome)
    {
        object[] arguments = [outcome.Split(' ').Select(int.Parse).ToArray()];
        return Explore(method, () => Invoke(method, arguments),
            () => (Task)Invoke(method, arguments)!, bounds);
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
