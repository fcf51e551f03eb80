namespace Interleavings;

/// <summary>What an event does. The word a reader sees is chosen by Reporting.</summary>
public enum EventKind : byte
{
    /// <summary>The first event of every operation.</summary>
    Begin,

    /// <summary>The last event of every operation.</summary>
    End,

    /// <summary>Starts another operation.</summary>
    Start,

    /// <summary>Waits until another operation has ended.</summary>
    Join,

    /// <summary>Asks whether another operation has ended.</summary>
    Alive,

    Read,
    Write,
    VolatileRead,
    VolatileWrite,

    /// <summary>An atomic read-modify-write: Interlocked.</summary>
    Atomic,

    /// <summary>Writes atomically, whatever was there: Interlocked.Exchange.</summary>
    Exchange,

    /// <summary>Reads a collection or another object that is not woven.</summary>
    ObjectRead,

    /// <summary>Changes a collection or another object that is not woven.</summary>
    ObjectWrite,

    /// <summary>Looks at an object that guards itself: a concurrent collection, a Lazy.</summary>
    AtomicRead,

    /// <summary>Changes an object that guards itself, or tries to.</summary>
    AtomicWrite,

    /// <summary>Adds to a bounded collection, waiting until there is room.</summary>
    Put,

    /// <summary>Takes from a collection, waiting until there is something.</summary>
    Take,

    /// <summary>Takes a lock as one of several readers, waiting until no writer has or wants it.</summary>
    AcquireShared,

    /// <summary>Takes a lock, waiting until it is free.</summary>
    Acquire,

    /// <summary>Takes a lock if it is free.</summary>
    TryAcquire,

    /// <summary>Gives a lock back.</summary>
    Release,

    /// <summary>Gives a monitor's lock back, to wait for a pulse.</summary>
    Wait,

    /// <summary>Takes a monitor's lock again, once pulsed.</summary>
    Wake,

    /// <summary>Wakes the operation that has waited longest.</summary>
    Pulse,

    /// <summary>Wakes all that wait.</summary>
    PulseAll,

    /// <summary>Arrives at a barrier.</summary>
    Arrive,

    /// <summary>Waits at a barrier until all have arrived.</summary>
    AwaitPhase,

    /// <summary>Pauses: orders nothing.</summary>
    Sleep,

    /// <summary>Begins to wait with a time limit, or to sleep.</summary>
    SetAlarm,

    /// <summary>A time limit runs out.</summary>
    TimeOut,

    /// <summary>Sets a timer, or stops it.</summary>
    SetTimer,

    /// <summary>A timer goes off: its callback may begin.</summary>
    GoOff,

    /// <summary>Takes a semaphore's permit, waiting for one.</summary>
    Permit,

    /// <summary>Gives permits to a semaphore.</summary>
    Give,

    /// <summary>Waits until an event is set, or a countdown is at zero.</summary>
    Await,

    /// <summary>Sets an event.</summary>
    Set,

    /// <summary>Resets an event or a countdown.</summary>
    Reset,

    /// <summary>Changes a countdown's count.</summary>
    Signal,

    /// <summary>Asks for the state of a primitive.</summary>
    Check,

    /// <summary>Ends the life of a primitive.</summary>
    Dispose,

    /// <summary>An async method gives way until what it awaits is complete.</summary>
    Suspend,

    /// <summary>Waits until a task is complete: goes on after an await, or a blocking wait.</summary>
    AwaitTask,

    /// <summary>Completes a task by a call.</summary>
    Complete,

    /// <summary>Requests cancellation.</summary>
    Cancel,

    /// <summary>Asks to be told of a cancellation.</summary>
    Register,

    /// <summary>Asks to be told no more.</summary>
    Unregister,

    /// <summary>Begins, or ends, a callback of a cancellation.</summary>
    Tell,

    /// <summary>A loop that only reads waits until something it read has changed.</summary>
    Spin,

    /// <summary>
    /// Uses a type for the first time: runs its static initializer, unless that has ended, or waits
    /// until another has run it.
    /// </summary>
    UseType,

    /// <summary>
    /// Waits for the static initializer of a type, which another runs, while running one itself.
    /// </summary>
    AwaitType,

    /// <summary>Ends the static initializer of a type.</summary>
    Initialized,

    /// <summary>Begins to run on a thread of the pool, waiting until one is free.</summary>
    TakeThread,

    /// <summary>Has nothing more to run on a thread of the pool.</summary>
    ReturnThread,

    /// <summary>Runs on a thread of the pool that has run other work.</summary>
    ReuseThread,
}
