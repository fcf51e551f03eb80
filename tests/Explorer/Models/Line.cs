using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Operations that wait for the same thing, in the order in which they came.</summary>
internal sealed class Line
{
    private const long Left = 1;

    private readonly List<Location> _places = [];

    /// <summary>In an event that writes what they wait for.</summary>
    internal Place Join(Operation operation)
    {
        var own = operation.Execution.Memory.Of(new object(), LocationName.Model, operation);
        Location[] before = [.. _places.Where(place => place.State != Left)];
        _places.Add(own);
        return new(own, before);
    }

    /// <summary>One's own place, and those before it.</summary>
    internal sealed class Place(Location own, Location[] before)
    {
        /// <summary>By the events of waiting.</summary>
        internal Access[] Touched =>
            [new(own, AccessMode.Write), .. before.Select(place => new Access(place, AccessMode.Read))];

        /// <summary>After such an event.</summary>
        internal void Leave() => own.State = Left;

        /// <summary>Something is there, and nobody who came earlier waits for it any more.</summary>
        internal ICondition IsNext(Location awaited) => new Next(awaited, before);
    }

    private sealed class Next(Location awaited, Location[] before) : ICondition
    {
        public bool Holds(States states)
        {
            if (states.Of(awaited) == 0) return false;
            foreach (var place in before)
            {
                if (states.Of(place) != Left) return false;
            }
            return true;
        }
    }
}
