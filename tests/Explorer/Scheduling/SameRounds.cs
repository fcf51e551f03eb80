namespace Interleavings.Scheduling;

/// <summary>
/// Since when the rounds of an operation's loops have left its own variables as they were. Kept only
/// where an execution goes on and on.
/// </summary>
internal sealed class SameRounds
{
    private readonly Dictionary<string, (int Since, int Last)> _loops = [];

    /// <summary>A round has ended.</summary>
    /// <param name="site">Which loop's: a literal.</param>
    /// <param name="at">How many events there were.</param>
    internal void Ended(string site, bool isSame, int at)
    {
        var since = isSame && _loops.TryGetValue(site, out var loop) ? loop.Since : at;
        _loops[site] = (since, at);
    }

    /// <summary>Whether a loop has gone round without a change, since an event and until another.</summary>
    internal bool GoSame(int since, int until) =>
        _loops.Values.Any(loop => loop.Since <= since && loop.Last >= until);

    internal void Clear() => _loops.Clear();
}
