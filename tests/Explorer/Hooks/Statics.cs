using Interleavings.Scheduling;

namespace Interleavings.Hooks;

/// <summary>
/// The initialisers of the woven types that have static fields, so that each execution finds fresh
/// ones, at its first use as in a program that has just been started. They belong to the process,
/// as static fields do.
/// </summary>
internal static class Statics
{
    /// <summary>Objects made by initialisers are named after these, whoever happens to run them.</summary>
    private const int FirstName = 1000;

    private static readonly List<Type> Types = [];
    private static long s_stamp;

    /// <summary>A number for an execution that no other of this process has.</summary>
    internal static long NextStamp() => Interlocked.Increment(ref s_stamp);

    internal static int Register(Action initialise)
    {
        var type = new Type(initialise);
        int number;
        lock (Types)
        {
            number = Types.Count;
            Types.Add(type);
        }
        if (Hook.Current is { } user) Refresh(type, number, user.Execution);
        else type.Initialise();
        return number;
    }

    /// <exception cref="TypeInitializationException">
    /// The initialiser has failed in this execution, now or before.
    /// </exception>
    internal static void Use(int number, Operation user)
    {
        var type = Types[number];
        if (type.FreshFor != user.Execution.Stamp) Refresh(type, number, user.Execution);
        if (type.Failure is null) return;
        if (type.Failure is Unwinding) throw new Unwinding();
        throw new TypeInitializationException(type.Name, type.Failure);
    }

    /// <summary>
    /// What the initialiser throws is kept. If it left the runtime's own initialiser, from which this
    /// is called the first time, the type could never be used again: by no other execution either.
    /// </summary>
    private static void Refresh(Type type, int number, Execution execution)
    {
        // First, because an initialiser may use the fields of its own type.
        type.FreshFor = execution.Stamp;
        type.Failure = null;
        try
        {
            Run(type, number, execution);
        }
        catch (Exception exception)
        {
            type.Failure = exception;
        }
    }

    private static void Run(Type type, int number, Execution execution)
    {
        var caller = Hook.Current;
        var name = FirstName + number;
        var lifecycle = execution.Identities.Location(new(LocationName.Lifecycles, name, 0));
        Hook.Current = new(name, lifecycle.In(execution.Stamp))
        {
            Unscheduled = 1,
            Execution = execution,
            Worker = caller!.Worker,
            // Who uses a type first gets what its initialiser sets in [ThreadStatic] fields.
            ThreadStatics = caller.ThreadStatics ??= new(),
        };
        try
        {
            type.Initialise();
        }
        finally
        {
            Hook.Current = caller;
        }
    }

    private sealed class Type(Action initialise)
    {
        internal Action Initialise => initialise;

        internal string? Name => initialise.Method.DeclaringType?.FullName;

        /// <summary>What the initialiser has thrown in the execution that <see cref="FreshFor"/> names.</summary>
        internal Exception? Failure { get; set; }

        /// <summary>The stamp of the last execution that made the fields fresh; 0 outside any.</summary>
        internal long FreshFor { get; set; }
    }
}
