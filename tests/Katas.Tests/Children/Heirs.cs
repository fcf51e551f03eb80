using System.IO.Pipes;

namespace Katas.Tests;

/// <summary>
/// Whether somebody still lives who was started while this was open, though they may not have called
/// yet: a process inherits the open end of a pipe, and the operating system tells when the last
/// such end is closed. How long a process takes to come to itself, on a busy machine, is nobody's guess.
/// </summary>
sealed class Heirs(Nursery nursery)
{
    readonly AnonymousPipeServerStream pipe = new(PipeDirection.In, HandleInheritability.Inheritable);

    volatile bool areGone;

    internal bool AreGone => areGone;

    /// <summary>From here on nobody inherits; to be called once.</summary>
    internal void Close()
    {
        pipe.DisposeLocalCopyOfClientHandle();
        new Thread(Listen) { IsBackground = true }.Start();
    }

    void Listen()
    {
        // Nobody writes: this comes back at the end of the last of them.
        using (pipe) pipe.ReadByte();
        nursery.Announce(() => areGone = true);
    }
}
