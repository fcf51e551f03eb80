using Interleavings.Hooks;

namespace Interleavings.Scheduling;

/// <content>The static initializers that it runs, awaits, and knows of.</content>
public sealed partial class Operation
{
    /// <summary>One that runs a static initializer on trial, in the place of another.</summary>
    internal Operation(int id, Location lifecycle, Operation user, Trial trial)
        : this(id, lifecycle)
    {
        Execution = user.Execution;
        Worker = user.Worker;
        StackBase = user.StackBase;
        Order = user.Order;
        Number = user.Number;
        Unscheduled = 1;
        Trial = trial;
    }

    /// <summary>The trial that it was made for, if any.</summary>
    internal Trial? Trial { get; }

    /// <summary>Whether its accesses are events, or a trial looks at them.</summary>
    internal bool IsObserved => Unscheduled == 0 || Trial is not null;

    /// <summary>How many static initializers it runs, one inside the other.</summary>
    internal int Initializing { get; set; }

    /// <summary>While it runs an initializer: the other one that it waits for.</summary>
    internal StaticInitializer? AwaitedType { get; set; }

    /// <summary>
    /// The numbers of types whose initializers have ended before its next event; null as long as
    /// there are none.
    /// </summary>
    internal HashSet<int>? KnownTypes { get; set; }

    /// <summary>Whether an exception has ended it, and is asked what it has to say.</summary>
    internal bool IsFailing { get; set; }

    private void ResetTypes(Operation? creator)
    {
        Initializing = 0;
        AwaitedType = null;
        IsFailing = false;
        // What was before its creator's event is before its start.
        KnownTypes = creator?.KnownTypes is { } known ? [.. known] : null;
    }
}
