namespace Interleavings.Scheduling;

/// <summary>How an execution came to its end.</summary>
internal enum Ending
{
    /// <summary>It goes on.</summary>
    None,

    /// <summary>Every operation has ended.</summary>
    Complete,

    /// <summary>Operations are left, and none can go on.</summary>
    Blocked,

    /// <summary>The scheduler ended it: nothing new lies ahead.</summary>
    Cut,

    /// <summary>An operation failed; see <see cref="Execution.Fault"/>.</summary>
    Failed,

    /// <summary>An operation used something outside control; see <see cref="Execution.Refusal"/>.</summary>
    Refused,

    /// <summary>The same schedule led elsewhere; see <see cref="Execution.Divergence"/>.</summary>
    Diverged,

    /// <summary>Something had not ended when a limit was reached; see <see cref="Execution.Limit"/>.</summary>
    Limited,

    /// <summary>Too long, while an operation that could go on did not get a turn.</summary>
    Unfair,

    /// <summary>
    /// Nothing is left but loops that would go on if a pause of theirs had ended at another moment, as it
    /// does in another execution.
    /// </summary>
    Starved,

    /// <summary>What was taken to commute doesn't in this program: see <see cref="Execution.Doubt"/>.</summary>
    Doubted,
}

/// <summary>What an operation did wrong.</summary>
/// <param name="Site">A literal in the form of <see cref="Site.Format"/>, or null.</param>
internal sealed record Fault(
    FailureKind Kind, Operation Operation, string Message, Exception? Exception, string? Site);
