using Commutation.Sources;

namespace Commutation.Real;

/// <summary>Which field each call of a subject changes, by state; asked once a call.</summary>
sealed class Changes(Programs programs)
{
    readonly Dictionary<(int State, int Call), (string? Field, bool IsOfBoth)> known = [];

    /// <returns>Null if the call leaves all fields as they were.</returns>
    public string? Of(int state, int call) => Look(state, call).Field;

    /// <summary>
    /// The field that one of two calls changes, if the other call can reach it. A view has state of
    /// its own, such as a position, and calls on the owner don't see that.
    /// </summary>
    public string? OfBoth(int state, int first, int second)
    {
        var needsBoth = programs.IsOnView(first) != programs.IsOnView(second);
        return new[] { first, second }.Select(call => Look(state, call))
            .FirstOrDefault(c => c.Field is not null && (c.IsOfBoth || !needsBoth)).Field;
    }

    (string? Field, bool IsOfBoth) Look(int state, int call)
    {
        if (known.TryGetValue((state, call), out var result)) return result;
        var shared = programs.Start(state);
        var parts = shared.GetType().GetFields().Select(f => f.GetValue(shared)!)
            .Select(part => new FieldSnapshot(part)).ToList();
        var before = new FieldSnapshot(shared);
        programs.Alone(shared, call);
        var change = before.Change();
        return known[(state, call)] = (change?.Field,
            change is not null && parts.All(p => p.Includes(change.Owner)));
    }
}
