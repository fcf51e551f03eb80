namespace Interleavings;

/// <summary>What an exploration came to.</summary>
public enum Outcome
{
    /// <summary>Every interleaving was explored; none failed and none has a data race.</summary>
    Proved,

    /// <summary>An interleaving fails; <see cref="Verdict.Failure"/> is the simplest found.</summary>
    Broken,

    /// <summary>A bound was reached before every interleaving was explored: nothing is proved.</summary>
    Unfinished,

    /// <summary>The program used something outside the explorer's control.</summary>
    Refused,
}

/// <summary>The result of <see cref="Explorer"/>: a value, printed by Reporting.</summary>
public sealed record Verdict
{
    public required Outcome Outcome { get; init; }

    /// <summary>True if the question was whether some interleaving passes, rather than whether each does.</summary>
    public bool AsksForSome { get; init; }

    /// <summary>Executions of the exploration itself, without the search for the simplest failure.</summary>
    public required long Executions { get; init; }

    /// <summary>Executions cut short because an equivalent one had been explored; 0 when optimal.</summary>
    public long Redundant { get; init; }

    /// <summary>Executions that failed, data races not counted.</summary>
    public long FailedExecutions { get; init; }

    /// <summary>The number of the first execution that failed or had a data race, from 1.</summary>
    public long? FirstFailureAt { get; init; }

    /// <summary>Events in the longest execution.</summary>
    public int LongestExecution { get; init; }

    /// <summary>The counterexample, when <see cref="Outcome"/> is <see cref="Outcome.Broken"/>.</summary>
    public Failure? Failure { get; init; }

    /// <summary>What was refused, when <see cref="Outcome"/> is <see cref="Outcome.Refused"/>.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Which bound ended an <see cref="Outcome.Unfinished"/> exploration, as a sentence.</summary>
    public string? BoundReached { get; init; }

    /// <summary>What to do about <see cref="BoundReached"/>, as a sentence; null where less is enough.</summary>
    public string? BoundAdvice { get; init; }

    /// <summary>
    /// Volatile variables that are accessed without an order between the accesses: the proof holds
    /// under sequential consistency, which .NET's acquire/release does not give. Empty otherwise.
    /// </summary>
    public IReadOnlyList<string> UnderSequentialConsistency { get; init; } = [];

    /// <summary>
    /// Calls that answer anew each time, in a program that did the same all the same: it is proved for
    /// what they have answered.
    /// </summary>
    public IReadOnlyList<Chance> Chances { get; init; } = [];

    /// <summary>
    /// Whether time limits were taken to run out in the order in which they are due, where they are due
    /// more than 20 milliseconds apart, and more than a tenth of the shorter one.
    /// </summary>
    public bool OrdersTimes { get; init; }

    /// <summary>How many threads the pool had; 0 if as many as it needed.</summary>
    public int PoolThreads { get; init; }

    /// <summary>The schedule of <see cref="Failure"/>, to replay.</summary>
    public Schedule? Schedule => Failure?.Schedule;

    public override string ToString() => Reporting.Report.Of(this);
}

/// <summary>A member outside the explorer's control, and what to use instead.</summary>
public sealed record Refusal(string Member, string Reason, Site Site)
{
    /// <summary>
    /// True if the same schedule led elsewhere: the program depends on more than its schedule, on what
    /// <see cref="Member"/> answers where that is known.
    /// </summary>
    public bool IsNondeterminism { get; init; }

    /// <summary>
    /// True if all that was found is two calls at once on one object, and no one has said whether
    /// <see cref="Member"/> allows that.
    /// </summary>
    public bool IsDoubt { get; init; }
}

/// <summary>How far an exploration may go. Counts, not seconds: the same on every machine.</summary>
public sealed record Bounds
{
    public static Bounds Default { get; } = new();

    /// <summary>Executions of the exploration.</summary>
    public long Executions { get; init; } = 200_000;

    /// <summary>Events of all executions together.</summary>
    public long TotalEvents { get; init; } = 8_000_000;

    /// <summary>Events looked at in search of other orders, after all executions together.</summary>
    public long Analysis { get; init; } = 4_000_000_000;

    /// <summary>Events in one execution; one that goes on is not finished.</summary>
    public int EventsPerExecution { get; init; } = 5_000;

    /// <summary>Rounds of loops on end without any event; a loop that goes on is not finished.</summary>
    public long SilentRounds { get; init; } = 5_000_000;

    /// <summary>Calls one inside the other.</summary>
    public int NestedCalls { get; init; } = 10_000;

    /// <summary>Rounds of loops of all executions together.</summary>
    public long TotalRounds { get; init; } = 1_000_000_000;

    /// <summary>
    /// Bytes in use beyond those when the exploration began; at most half of what the process can
    /// have. A program that keeps more is too large to be explored.
    /// </summary>
    public long Memory { get; init; } = 1L << 30;

    /// <summary>Executions spent on making a counterexample simpler.</summary>
    public int Simplification { get; init; } = 20_000;

    /// <summary>Events spent on it.</summary>
    public long SimplificationEvents { get; init; } = 1_000_000;

    /// <summary>
    /// Executions after a data race, or after work that was left behind, in search of a failure that
    /// matters more.
    /// </summary>
    public long AfterDataRace { get; init; } = 5_000;

    /// <summary>
    /// How many threads the pool has; 0: as many as it needs. A call that blocks keeps one, and so
    /// does all that runs there, until an await gives way.
    /// </summary>
    public int PoolThreads { get; init; }

    /// <summary>Executions after one that is unsupported, in search of a failure.</summary>
    public long AfterRefusal { get; init; } = 2_000;

    /// <summary>What may still be at work, or blocked for ever, when the test's body ends.</summary>
    public LeftRunning LeftRunning { get; init; }

    /// <summary>Go on after a failure, to count every trace; the default stops.</summary>
    public bool CountAll { get; init; }

    /// <summary>Told after two seconds, and every two from there; null tells nobody.</summary>
    public IProgress<Progress>? Progress { get; init; }
}
