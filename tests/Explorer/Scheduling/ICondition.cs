namespace Interleavings.Scheduling;

/// <summary>
/// When an event that waits for more than one thing can happen. Asked of the present and, to tell
/// whether a race can be reversed, of the past: so it may look at nothing but the states.
/// </summary>
public interface ICondition
{
    bool Holds(States states);
}

/// <summary>The states of locations at one point of an execution.</summary>
public readonly struct States
{
    private readonly Execution _execution;
    private readonly Moment _moment;

    internal States(Execution execution, Moment moment)
    {
        _execution = execution;
        _moment = moment;
    }

    /// <param name="location">One that the event with the condition touches.</param>
    public long Of(Location location) => _execution.StateBefore(location, _moment);

    /// <summary>Whether the object at a location has been disposed of.</summary>
    /// <param name="location">One that the event with the condition touches.</param>
    internal bool AreAfterDisposal(Location location) => _execution.IsDisposedBefore(location, _moment);

    /// <summary>How often a location has been changed.</summary>
    /// <param name="location">One that the event with the condition touches.</param>
    internal int VersionOf(Location location) => _execution.VersionBefore(location, _moment);
}
