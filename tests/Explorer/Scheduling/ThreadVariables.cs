using System.Runtime.CompilerServices;

namespace Interleavings.Scheduling;

/// <summary>
/// The variables of one thread that an operation has used: thread statics, values of a ThreadLocal or
/// an AsyncLocal. No event shows their changes, so a loop compares them with what they were a round
/// ago, as it does its locals.
/// </summary>
internal sealed class ThreadVariables
{
    private readonly HashSet<object> _known = [];
    private readonly List<Variable> _variables = [];

    internal void Clear()
    {
        _known.Clear();
        _variables.Clear();
    }

    internal bool Has(object key) => _known.Contains(key);

    /// <param name="key">Which variable it is.</param>
    /// <param name="first">What it was before it was used.</param>
    /// <param name="read">What it is now.</param>
    internal void Add(object key, object? first, Func<object?> read)
    {
        if (_known.Add(key)) _variables.Add(new(first, read));
    }

    /// <returns>Null if there are none.</returns>
    internal object?[]? Values() =>
        _variables.Count == 0 ? null : [.. _variables.Select(v => v.Read())];

    /// <param name="before">Their values then; those that are missing had not been used.</param>
    internal bool Are(object?[]? before)
    {
        for (var i = 0; i < _variables.Count; i++)
        {
            var was = i < (before?.Length ?? 0) ? before![i] : _variables[i].First;
            // An object is the same or not; a value is compared bit by bit.
            if (!RuntimeHelpers.Equals(was, _variables[i].Read())) return false;
        }
        return true;
    }

    private readonly record struct Variable(object? First, Func<object?> Read);
}
