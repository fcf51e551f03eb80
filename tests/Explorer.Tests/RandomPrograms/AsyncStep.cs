namespace Interleavings.Tests.RandomPrograms;

/// <summary>
/// One step of a random async program, and the next: a linked list of objects with read-only fields,
/// as <see cref="Instruction"/>.
/// </summary>
internal sealed class AsyncStep
{
    internal readonly Kind Do;
    internal readonly int Operand;
    internal readonly AsyncStep? Next;

    internal AsyncStep(Kind kind, int operand, AsyncStep? next)
    {
        Do = kind;
        Operand = operand;
        Next = next;
    }

    internal enum Kind
    {
        Write,
        Increment,
        Yield,
        SetResult,
        AwaitSource,
        AwaitFirst,
        SemaphoreWait,
        SemaphoreWaitCancellable,
        SemaphoreRelease,
        ChannelWrite,
        ChannelTryWrite,
        ChannelRead,
        ChannelReadCancellable,
        ChannelTryRead,
        ChannelWaitToRead,
        ChannelReadAll,
        ChannelComplete,
        Cancel,
        IsCancelled,
        Register,
        Unregister,
        DelayCancellable,
        CancelAfter,
        ChildTask,
    }

    /// <summary>What waits comes once, what serves it twice, as does what never waits.</summary>
    internal static IReadOnlyList<Kind> Urn { get; } =
        [.. Enum.GetValues<Kind>().SelectMany(kind => Enumerable.Repeat(kind, Weight(kind)))];

    private static int Weight(Kind kind) => kind switch
    {
        Kind.AwaitSource or Kind.AwaitFirst or Kind.SemaphoreWait or Kind.ChannelRead
            or Kind.ChannelWaitToRead or Kind.DelayCancellable or Kind.CancelAfter => 1,
        _ => 2,
    };

    public override string ToString() => $"{Do}({Operand})" + (Next is null ? "" : $" {Next}");
}
