using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>A count is above zero, or an event is set.</summary>
internal sealed class IsAboveZero(Location location) : ICondition
{
    public bool Holds(States states) => states.Of(location) > 0;
}

/// <summary>A lock is free, or a countdown at its end.</summary>
internal sealed class IsZero(Location location) : ICondition
{
    public bool Holds(States states) => states.Of(location) == 0;
}
