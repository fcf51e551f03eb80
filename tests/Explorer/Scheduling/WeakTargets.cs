namespace Interleavings.Scheduling;

/// <summary>
/// The targets of weak references that were asked for in an execution. The explorer keeps each of
/// them, as the garbage collector may, or may not. Objects are compared by reference only: their own
/// <c>Equals</c> is the program's code.
/// </summary>
internal sealed class WeakTargets
{
    private readonly List<(object Target, Operation By)> _setters = [];
    private readonly List<(object Target, Operation By, string Site)> _asked = [];

    /// <summary>The operation has made a reference to something that it has.</summary>
    internal void Set(object target, Operation by) => _setters.Add((target, by));

    internal void Asked(object target, Operation by, string site) => _asked.Add((target, by, site));

    /// <summary>
    /// <c>GC.KeepAlive</c>: had the operation the target before, it has had it all the time. What it
    /// has got from the reference itself tells nothing.
    /// </summary>
    internal void Kept(object target, Operation by)
    {
        if (_setters.Exists(s => s.Target == target && s.By == by)
            && !_asked.Exists(a => a.Target == target && a.By == by))
            _asked.RemoveAll(a => a.Target == target);
    }

    internal void Clear()
    {
        _setters.Clear();
        _asked.Clear();
    }

    /// <summary>Why nothing can be proved; null if every target was kept.</summary>
    internal Refusal? Refusal => _asked.Count == 0 ? null : new("the target of a weak reference",
        "the garbage collector may have taken it, or not: call GC.KeepAlive where it is needed last, or"
        + " hand the code a function that stands for TryGetTarget, and test both answers",
        Site.Parse(_asked[0].Site));
}
