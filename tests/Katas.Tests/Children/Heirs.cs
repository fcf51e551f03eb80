using System.IO.Pipes;

namespace Katas.Tests;

/// <summary>
/// Whether somebody still lives who was started while this was open, though they may not have called
/// yet: a process inherits the open end of a pipe, and the operating system tells when the last
/// such end is closed. How long a process takes to come to itself, on a busy machine, is nobody's guess.
/// </summary>
/// <remarks>On Windows, who is started by the shell (UseShellExecute) inherits nothing.</remarks>
sealed class Heirs(Nursery nursery) : IDisposable
{
    readonly AnonymousPipeServerStream pipe = new(PipeDirection.In, HandleInheritability.Inheritable);

    volatile bool areGone;
    bool isClosed;

    internal bool AreGone => areGone;

    public void Dispose() => Close();

    /// <summary>From here on nobody inherits.</summary>
    internal void Close()
    {
        if (isClosed) return;
        isClosed = true;
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
