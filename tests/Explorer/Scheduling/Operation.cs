using Interleavings.Hooks;

namespace Interleavings.Scheduling;

/// <summary>
/// A thread of the program under exploration: one of several things that go on at once, of which
/// exactly one runs at a time. Kept from one execution to the next under the same <see cref="Id"/>.
/// </summary>
public sealed partial class Operation
{
    internal Operation(int id, Location lifecycle)
    {
        Id = id;
        Lifecycle = lifecycle;
    }

    /// <summary>0 for the program's body; the same for the same creator's same child.</summary>
    public int Id { get; }

    /// <summary>The same in every exploration, while <see cref="Id"/> is the same in one only.</summary>
    internal string Path { get; init; } = "";

    /// <summary>The how many-th operation of this execution: 0 for the program's body.</summary>
    public int Order { get; internal set; }

    /// <summary>The how many-th operation that a reader knows of: an alarm counts as its owner.</summary>
    internal int Number { get; set; }

    /// <summary>Set for the pseudo-operation that ends a time limit.</summary>
    internal Alarm? Alarm { get; set; }

    /// <summary>The event it performs when it is chosen next.</summary>
    public ref Event Next => ref _next;

    private Event _next;

    /// <summary>Whether <see cref="Next"/> is still to be performed.</summary>
    internal bool IsPending { get; set; }

    public bool HasEnded { get; internal set; }

    /// <summary>Whether its thread has left the program's code because the execution was over.</summary>
    internal bool IsUnwound { get; set; }

    /// <summary>State 1 from its start, 2 from its end.</summary>
    public Location Lifecycle { get; internal set; }

    internal Operation? Creator { get; set; }

    internal Execution Execution { get; set; } = null!;

    internal Action Body { get; set; } = null!;

    internal ExecutionContext? Context { get; set; }

    internal Worker? Worker { get; set; }

    /// <summary>Mutexes that it owns; null if it never has owned one.</summary>
    internal List<Location>? OwnedMutexes { get; set; }

    /// <summary>The address that its stack lies below.</summary>
    internal nint StackBase { get; set; }

    /// <summary>Who runs on its thread, above its own frames, while it waits for their end.</summary>
    internal Operation? Guest { get; set; }

    /// <summary>The thread object that the program knows it by; null for the program's body.</summary>
    internal Thread? Thread { get; set; }

    internal string? ThreadName { get; set; }

    internal int Children { get; set; }

    internal int Allocations { get; set; }

    /// <summary>Minus the number of objects that it met first, but did not make.</summary>
    internal int Encounters { get; set; }

    /// <summary>How many events there were when it was launched.</summary>
    internal int LaunchedAt { get; set; }

    /// <summary>Threads made so far, started or not.</summary>
    internal int ThreadsMade { get; set; }

    /// <summary>The index of its last event in the trace, or -1.</summary>
    internal int LastEvent { get; set; }

    /// <summary>What its end completes: a task. Null for a thread.</summary>
    internal IOutcome? Outcome { get; set; }

    /// <summary>The call of an async method that runs on it just now.</summary>
    internal Models.AsyncCall? Call { get; set; }

    /// <summary>That call, once it has given way.</summary>
    internal Models.Activation? Root { get; set; }

    /// <summary>The state machine of the async method that it was started to run, until it has begun.</summary>
    internal Type? RootMachine { get; set; }

    /// <summary>How many locks it holds that only the thread can give back that took them.</summary>
    internal int LocksHeld { get; set; }

    /// <summary>How often it has gone on elsewhere: after an await, another thread may go on.</summary>
    internal int Stay { get; private set; }

    /// <summary>Whether it keeps something that it can lose by going on on another thread.</summary>
    internal bool IsTied => LocksHeld > 0 || ThreadStatics is not null || HasThreadLocals;

    /// <summary>Whether it has set a ThreadLocal since it began, or went on on another thread.</summary>
    internal bool HasThreadLocals { get; set; }

    /// <summary>The thread of the pool that it has found itself on; null until it looks.</summary>
    internal Models.PoolThread? PoolThread { get; set; }

    /// <summary>The threads that it has left while it held a lock, by stay.</summary>
    internal Dictionary<int, Models.PoolThread>? ThreadsLeft { get; private set; }

    /// <summary>The event by which it left its thread last, or -1.</summary>
    internal int SuspendedAt { get; private set; }

    internal void ChangeThread()
    {
        if (PoolThread is not null)
        {
            if (LocksHeld > 0) (ThreadsLeft ??= [])[Stay] = PoolThread;
            LocksHeld = 0;
            PoolThread = null;
        }
        SuspendedAt = LastEvent;
        // Those that it was inside of were on the stack that it has left.
        LibraryCalls?.Clear();
        Calls.Clear();
        Stay++;
        ThreadStatics = null;
        HasThreadLocals = HasOwnThread = false;
    }

    /// <summary>Whether it is a task that asked for a thread of its own: LongRunning.</summary>
    internal bool HasOwnThread { get; set; }

    /// <summary>Whether it has a thread of a pool that is bounded.</summary>
    internal bool HasPoolThread { get; set; }

    /// <summary>Of the parallel loop that it belongs to, where the pool is bounded.</summary>
    internal Location? Crew { get; set; }

    /// <summary>Whether the program would find it on a thread of the pool.</summary>
    internal bool IsOnPool => Thread is null && !HasOwnThread && (Creator is not null || Stay > 0);

    /// <summary>Whether it is the rest of an async method's call, which began elsewhere.</summary>
    internal bool GoesOn { get; set; }

    /// <summary>How many tasks' delegates run on it just now, one inside the other.</summary>
    internal int TaskDepth { get; set; }

    /// <summary>
    /// What runs on it that <see cref="Task.CurrentId"/> tells of, and is no task of the runtime's: an
    /// iteration, or a delegate whose task the program never sees; <see cref="ByChance"/> if it may be
    /// over; otherwise null.
    /// </summary>
    internal object? CurrentTask { get; set; }

    internal static readonly object ByChance = new();

    /// <summary>The context of its thread while it blocks until a task is complete.</summary>
    internal SynchronizationContext? BlockedIn { get; set; }

    /// <summary>Nothing is left for it to do unless it is asked: an iterator between two items.</summary>
    internal bool IsResting { get; set; }

    /// <summary>
    /// Above 0, what it does is no event: inside a call that is one as a whole, or on trial.
    /// </summary>
    internal int Unscheduled { get; set; }

    /// <summary>Null until it uses a [ThreadStatic] field.</summary>
    internal ThreadStatics? ThreadStatics { get; set; }

    /// <summary>The library calls that it is inside of; null until there is one.</summary>
    internal Models.LibraryCalls? LibraryCalls { get; set; }

    /// <summary>The woven methods that it is inside of.</summary>
    internal Calls Calls { get; } = new();

    /// <summary>Where it was last seen: a literal, or null.</summary>
    internal string? Seen { get; set; }

    /// <summary>Where it was last seen to call a library: the same literal if it was not seen since.</summary>
    internal string? Outside { get; set; }

    /// <summary>Which of its loops change nothing of its own any more.</summary>
    internal SameRounds Rounds { get; } = new();

    /// <summary>The innermost loop it went round last.</summary>
    internal string? LoopSite { get; set; }

    /// <summary>The string, or the object without one of its own, that is being asked for its hash code.</summary>
    internal object? Hashing { get; set; }

    /// <summary>The last call since the loop's last round that answers anew each time.</summary>
    internal Chance? Chance { get; set; }

    /// <summary>Such a call in the last round of the loop: it may end what would go on for ever.</summary>
    internal Chance? ChanceInLoop { get; set; }

    /// <summary>
    /// How often it did something that no event shows: it printed, asked for a random number, or
    /// changed a local of its own through a reference.
    /// </summary>
    internal int UnseenChanges { get; set; }

    /// <summary>
    /// Whether it waits at the head of a loop that would go another way if a pause of the last round had
    /// not been over when the round asked.
    /// </summary>
    internal bool IsTimed { get; set; }

    /// <summary>What only its own thread can see, and no event shows.</summary>
    internal ThreadVariables ThreadVariables { get; } = new();

    /// <summary>Addresses on its stack where it changed something through a reference.</summary>
    internal List<nint> LocalWrites { get; } = [];

    /// <summary>Where structs lie that a library keeps, and that it called methods of.</summary>
    internal List<(nint Address, int Size)> LibrarySelves { get; } = [];

    /// <summary>
    /// What a round of a loop read that waited in a monitor until its time was up: the next such wait
    /// times out only after a change of something there.
    /// </summary>
    internal IReadOnlyList<(Location Location, int Version)>? TimesOutAfter { get; set; }

    /// <summary>
    /// "main", or a letter by order of creation; "A!" for the alarm of A's wait, "A!!" for a second
    /// one that is set while the first still is.
    /// </summary>
    public string Letter => LetterOf(Number) + (Alarm is null ? "" : new string('!', Alarm.Rank));

    internal static string LetterOf(int order) => order == 0 ? "main"
        : order <= 26 ? ((char)('A' + order - 1)).ToString()
        : LetterOf((order - 1) / 26) + LetterOf((order - 1) % 26 + 1);

    /// <param name="goesOn">Whether it has had events in this execution.</param>
    internal void Reset(
        Execution execution, Operation? creator, int order, Action body, bool goesOn = false)
    {
        Execution = execution;
        Creator = creator;
        Order = order;
        Body = body;
        Alarm = null;
        HasEnded = IsUnwound = false;
        IsPending = true;
        Context = null;
        Worker = null;
        Guest = null;
        Thread = null;
        ThreadName = null;
        OwnedMutexes = null;
        Children = Allocations = Encounters = ThreadsMade = Unscheduled = TaskDepth = LocksHeld = 0;
        Stay = 0;
        if (!goesOn) LastEvent = -1;
        SuspendedAt = -1;
        LaunchedAt = execution.Trace.Count;
        PoolThread = null;
        ThreadsLeft = null;
        LibraryCalls?.Clear();
        Calls.Clear();
        Hashing = LoopSite = Seen = Outside = null;
        Chance = ChanceInLoop = null;
        ThreadStatics = null;
        HasThreadLocals = false;
        ResetTypes(creator);
        UnseenChanges = 0;
        Rounds.Clear();
        TimesOutAfter = null;
        IsTimed = false;
        LocalWrites.Clear();
        ThreadVariables.Clear();
        LibrarySelves.Clear();
        Outcome = null;
        Call = null;
        Root = null;
        RootMachine = null;
        IsResting = GoesOn = HasOwnThread = HasPoolThread = false;
        Crew = null;
        BlockedIn = null;
        CurrentTask = null;
        _next = new() { Operation = this, Kind = EventKind.Begin, Site = "" };
    }
}
