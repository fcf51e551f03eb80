using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Waiting for the first, or for all, of several events of the operating system.</summary>
internal static class Several
{
    private const int Most = 64;

    internal static int Any(Operation operation, WaitHandle[] handles, int limit, string site)
    {
        var locations = Located(operation, handles, limit, isAll: false, site);
        var any = new IsAnySet(locations);
        if (!Wait(operation, locations, any, limit, site)) return WaitHandle.WaitTimeout;
        var index = Array.FindIndex(locations, location => location.State > 0);
        TakesOver(operation, [locations[index]]);
        Handle.Of(locations[index]).Pass(operation, locations[index]);
        return index;
    }

    internal static bool All(Operation operation, WaitHandle[] handles, int limit, string site)
    {
        var locations = Located(operation, handles, limit, isAll: true, site);
        if (!Wait(operation, locations, new AreAllSet(locations), limit, site)) return false;
        TakesOver(operation, locations);
        foreach (var location in locations) Handle.Of(location).Pass(operation, location);
        return true;
    }

    private static bool Wait(
        Operation operation, Location[] locations, ICondition condition, int limit, string site)
    {
        var distinct = locations.Distinct().ToArray();
        return new Waiting(EventKind.Await, distinct[0], Mode(distinct[0]), condition, site)
        {
            More = [.. distinct[1..].Select(location => new Access(location, Mode(location)))],
            DisposedAs = Handle.Closed,
            Disposables = distinct,
        }.Within(operation, limit);
    }

    /// <summary>From the events that let it pass, and from no other.</summary>
    private static void TakesOver(Operation operation, Location[] sources)
    {
        if (operation.Unscheduled > 0) return;
        var trace = operation.Execution.Trace;
        ref var performed = ref trace[trace.Count - 1];
        performed.Acquires = false;
        performed.Sources = sources;
    }

    private static AccessMode Mode(Location location) => Handle.Of(location).Mode;

    private static Location[] Located(
        Operation operation, WaitHandle[] handles, int limit, bool isAll, string site)
    {
        ArgumentNullException.ThrowIfNull(handles, "waitHandles");
        if (handles.Length == 0)
            throw new ArgumentException("There is nothing to wait for.", "waitHandles");
        if (handles.Length > Most) throw new NotSupportedException();
        Limits.Of(limit, "millisecondsTimeout");
        for (var i = 0; i < handles.Length; i++)
            ArgumentNullException.ThrowIfNull(handles[i], $"waitHandles[{i}]");
        Location[] locations = [.. handles.Select(h => Handle.At(operation, h, site))];
        if (Array.Exists(locations, l => Handle.Of(l).IsHeldBy(operation)))
            throw operation.Execution.Refuse("a Mutex that is owned already, waited for with others",
                "release it first, or wait for it by itself", site);
        if (isAll && locations.Distinct().Count() < locations.Length)
            throw new DuplicateWaitObjectException();
        return locations;
    }

    private sealed class IsAnySet(Location[] locations) : ICondition
    {
        public bool Holds(States states)
        {
            foreach (var location in locations)
            {
                if (states.Of(location) > 0) return true;
            }
            return false;
        }
    }

    private sealed class AreAllSet(Location[] locations) : ICondition
    {
        public bool Holds(States states)
        {
            foreach (var location in locations)
            {
                if (states.Of(location) == 0) return false;
            }
            return true;
        }
    }
}
