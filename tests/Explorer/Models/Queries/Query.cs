using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// A parallel query (PLINQ) that has not been run: for each element of its source a body, which hands on
/// what comes of it. Which elements share a worker is nobody's to know, so any body may run beside any
/// other.
/// </summary>
/// <param name="bodies">Made when the query is run.</param>
internal class Query<T>(Func<Operation, Action<Action<T>>[]> bodies, QuerySettings settings)
{
    internal QuerySettings Settings => settings;

    internal Action<Action<T>>[] Bodies(Operation operation) => bodies(operation);

    /// <summary>The next step of each body.</summary>
    internal Query<TResult> Then<TResult>(Action<T, Action<TResult>> step) => new(
        operation => [.. Bodies(operation).Select(body =>
            (Action<Action<TResult>>)(sink => body(item => step(item, sink))))],
        settings);

    internal Query<T> With(QuerySettings other) => new(Bodies, other);

    /// <summary>A step that needs all that came before; what follows runs beside each other again.</summary>
    internal Query<TResult> AfterAll<TResult>(
        Func<Operation, List<T>, IEnumerable<TResult>> step, string site) =>
        new(operation => Items(step(operation, QueryRun.All(operation, this, false, site))), settings);

    /// <summary>Bodies that take an item each, and hand it on.</summary>
    internal static Action<Action<T>>[] Of(ParallelItems<T> items) =>
        [.. Enumerable.Range(0, items.Count).Select(i =>
            (Action<Action<T>>)(sink => sink(items.Take(Hook.Current!, i))))];

    /// <summary>Bodies that do nothing but hand on an item each.</summary>
    internal static Action<Action<T>>[] Items(IEnumerable<T> items) =>
        [.. items.Select(item => (Action<Action<T>>)(sink => sink(item)))];

    private static Action<Action<TResult>>[] Items<TResult>(IEnumerable<TResult> items) =>
        Query<TResult>.Items(items);
}

/// <summary>How a query is to be run.</summary>
/// <param name="IsOrdered">Whether its results come in the order of the source.</param>
/// <param name="Degree">How many bodies may run at once; -1 for any number.</param>
internal sealed record QuerySettings(bool IsOrdered, int Degree, CancellationToken Token)
{
    internal static QuerySettings Default { get; } = new(false, -1, default);

    internal ParallelOptions Options =>
        new() { MaxDegreeOfParallelism = Degree, CancellationToken = Token };
}
