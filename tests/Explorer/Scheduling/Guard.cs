namespace Interleavings.Scheduling;

/// <summary>When an event can happen, as a condition on its location's state.</summary>
public enum Guard : byte
{
    /// <summary>Always.</summary>
    None,

    /// <summary>The state is 0: a lock is free.</summary>
    Zero,

    /// <summary>The state is greater than the event's argument: a barrier's phase has passed.</summary>
    Above,

    /// <summary>Something that a spinning loop read has changed since.</summary>
    Changed,

    /// <summary>What <see cref="Event.Condition"/> says: for waits on more than one thing.</summary>
    Custom,

    /// <summary>Never: an endless sleep.</summary>
    Never,
}
