namespace Interleavings;

/// <summary>What went wrong in an interleaving.</summary>
public enum FailureKind
{
    /// <summary>An assertion of the test does not hold.</summary>
    Assertion,

    /// <summary>An exception left an operation (or the test's body).</summary>
    Exception,

    /// <summary>Two accesses to one variable, one of them a write, with nothing that orders them.</summary>
    DataRace,

    /// <summary>
    /// Operations wait for each other, or the test's body waits for something that never comes.
    /// </summary>
    Deadlock,

    /// <summary>
    /// Every thread of the pool is blocked, and queued work that could free one has none: see
    /// <see cref="Bounds.PoolThreads"/>.
    /// </summary>
    ThreadPoolStarvation,

    /// <summary>Operations wait for a pulse, and nobody is left who could pulse.</summary>
    LostWakeUp,

    /// <summary>Every operation that is left only spins.</summary>
    Livelock,

    /// <summary>A loop that never ends: a round of it changes nothing.</summary>
    EndlessLoop,

    /// <summary>Calls nested until the stack was full.</summary>
    EndlessRecursion,

    /// <summary>More was to be put on the stack than it has room for.</summary>
    StackFull,

    /// <summary>The program tried to end its process.</summary>
    ProcessExit,

    /// <summary>An exception left an async void method.</summary>
    AsyncVoid,

    /// <summary>A task failed, and nobody has looked at it.</summary>
    Unobserved,

    /// <summary>
    /// A task was still at work when the test ended, or a thread or task never ends: see
    /// <see cref="Interleavings.LeftRunning"/>.
    /// </summary>
    LeftRunning,

    /// <summary>A schedule given for replay does not fit the program.</summary>
    ScheduleDoesNotFit,
}

/// <summary>A counterexample: what failed, and the interleaving in which it does.</summary>
public sealed record Failure
{
    public required FailureKind Kind { get; init; }

    /// <summary>What went wrong in one sentence, without the schedule: "expected 2 but was 1".</summary>
    public required string Message { get; init; }

    public required Schedule Schedule { get; init; }

    /// <summary>The operations, in the order of their creation; the first is the test's body.</summary>
    public required IReadOnlyList<OperationSummary> Operations { get; init; }

    /// <summary>The events of the failing execution, in order.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>Switches away from an operation that could have gone on.</summary>
    public int Preemptions { get; init; }

    /// <summary>
    /// Of a livelock in which operations step aside for each other: the index of the step from which on
    /// the steps come again and again. Null in any other failure.
    /// </summary>
    public int? RepeatsFrom { get; init; }

    /// <summary>Changes from one operation to another.</summary>
    public int Switches { get; init; }

    /// <summary>True if it was shown that no failing schedule has fewer preemptions.</summary>
    public bool IsSimplest { get; init; }

    /// <summary>The operation in which the failure showed, if it was one: an index into <see cref="Operations"/>.</summary>
    public int? Operation { get; init; }

    /// <summary>The exception that ended an operation, if one did.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Where the failure showed: the line of the assertion, loop or recursion, if known.</summary>
    public Site? Site { get; init; }

    /// <summary>The first unordered pair found, also beside a failure of another kind.</summary>
    public DataRace? Race { get; init; }

    /// <summary>Who waits for what, in a deadlock.</summary>
    public IReadOnlyList<Wait> Waits { get; init; } = [];

    /// <summary>The pair whose order decides, if one was found.</summary>
    public DecidingPair? Deciding { get; init; }

    /// <summary>
    /// What had not ended when a limit was reached, in this execution or another, as a sentence; null if
    /// no limit was.
    /// </summary>
    public string? NotEnded { get; init; }

    /// <summary>Calls in the failing execution that answer anew each time.</summary>
    public IReadOnlyList<Chance> Chances { get; init; } = [];

    /// <summary>The execution that passes with <see cref="Deciding"/> the other way round.</summary>
    public PassingExecution? Passing { get; init; }
}

/// <summary>A call that answers anew each time: of a clock, of random numbers.</summary>
/// <param name="Member">In full: "System.Guid.NewGuid".</param>
public sealed record Chance(string Member, Site Site);

/// <summary>An execution that passes, to hold beside one that fails.</summary>
public sealed record PassingExecution(
    IReadOnlyList<OperationSummary> Operations, IReadOnlyList<Step> Steps);

/// <summary>An operation as a reader knows it.</summary>
/// <param name="Id">0 for the test's body, then by creation.</param>
/// <param name="Letter">The name in schedules: "main", "A", "B", ...</param>
/// <param name="Name">The thread's own name, or null.</param>
/// <param name="Creator">Who created it: the id of an operation, or -1.</param>
public sealed record OperationSummary(int Id, string Letter, string? Name, int Creator)
{
    /// <summary>Whether it is the rest of a call that began elsewhere: of an async method.</summary>
    public bool GoesOn { get; init; }
}

/// <summary>One event of an execution, as a reader sees it.</summary>
/// <param name="Operation">Index into <see cref="Failure.Operations"/>.</param>
/// <param name="Target">The variable, lock or operation concerned; may be empty.</param>
/// <param name="Value">The value read or written, if there is one to show.</param>
/// <param name="Address">Which of several variables with the same name: equal for the same location.</param>
public sealed record Step(
    int Operation, EventKind Kind, string Target, string? Value, Site Site, int Address);

/// <summary>Two accesses that nothing orders, one of them a write.</summary>
public sealed record DataRace(
    string Variable,
    int FirstOperation, EventKind First, Site FirstSite,
    int SecondOperation, EventKind Second, Site SecondSite);

/// <summary>An operation that waits at the end: since where, for what, and who holds it.</summary>
/// <param name="For">The lock, barrier or operation waited for, by name.</param>
/// <param name="Holder">The operation that holds it, or -1.</param>
/// <param name="HeldSince">Where the holder took it.</param>
/// <param name="Details">More that a reader needs: "2 of 3 have arrived"; or null.</param>
public sealed record Wait(
    int Operation, EventKind Kind, string For, Site Site,
    int Holder, Site? HeldSince, string? Details)
{
    /// <summary>Whether it keeps a thread of a pool that is bounded.</summary>
    public bool HasPoolThread { get; init; }

    /// <summary>How many have to meet at a barrier; 0 where nobody has to.</summary>
    public int Expected { get; init; }
}

/// <summary>Two steps; had the second come before the first, the test would have passed.</summary>
/// <param name="Earlier">Index into <see cref="Failure.Steps"/>.</param>
/// <param name="Later">Index into <see cref="Failure.Steps"/>.</param>
/// <param name="StaleRead">The step whose value <paramref name="Later"/> wrote back, for a lost update; or -1.</param>
public sealed record DecidingPair(int Earlier, int Later, int StaleRead);
