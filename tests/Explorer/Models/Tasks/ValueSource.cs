using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>What an object that serves as the source of ValueTasks has to do with.</summary>
internal sealed class ValueSource(object owner)
{
    internal object Owner => owner;

    /// <summary>Of the present round: from a reset to the next.</summary>
    internal Completion? Completion { get; set; }

    /// <summary>For an async iterator that has been suspended.</summary>
    internal Activation? Activation { get; set; }

    /// <summary>Whether somebody awaits the present round: a second one may not.</summary>
    internal bool IsAwaited { get; set; }

    /// <summary>
    /// Whether the compiler has made it, which uses its core in one way only: then the events of each
    /// round are enough. All else may be reset, set or awaited at any time, by anybody.
    /// </summary>
    internal bool IsIterator => owner is System.Runtime.CompilerServices.IAsyncStateMachine;

    /// <summary>For an async iterator: whether it has given way in this round.</summary>
    internal bool IsPrivate { get; set; }

    internal static ValueSource Of(Operation operation, object owner)
    {
        var models = operation.Execution.Models;
        if (models.TryGetValue(owner, out var known)) return (ValueSource)known;
        var source = new ValueSource(owner);
        models[owner] = source;
        return source;
    }
}
