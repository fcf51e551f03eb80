using System.Diagnostics;
using System.Net.Sockets;

namespace Katas.Tests;

/// <summary>A process that runs the child program, as its nursery knows it.</summary>
/// <param name="line">The line to it: while it is open, the process lives.</param>
sealed class Child(string name, int pid, Socket line)
{
    volatile string lastSaid = "";

    internal string Name => name;

    internal int Pid => pid;

    /// <summary>What it does, in its own words.</summary>
    internal string LastSaid => lastSaid;

    /// <summary>The line has been cut: it has ended, or is about to.</summary>
    internal bool HasHungUp { get; private set; }

    /// <summary>The spec has let it go on.</summary>
    internal bool WasTold { get; private set; }

    /// <summary>
    /// It can't go on by itself: it waits for the spec, for input, or in a full pipe.
    /// </summary>
    internal bool IsStill => LastSaid.Split(' ')[0] is "waits" or "reads" or "writes" or "enters"
        or "inside";

    /// <summary>
    /// Asks the operating system, which alone knows when a process is gone for good.
    /// </summary>
    internal bool IsAlive
    {
        get
        {
            // Its number may be another's by now; then the line is cut.
            if (HasHungUp) return false;
            try
            {
                using var process = Process.GetProcessById(pid);
                return !process.HasExited;
            }
            catch (ArgumentException)
            {
                return false;
            }
        }
    }

    internal void Says(string text) => lastSaid = text;

    internal void HangsUp() => HasHungUp = true;

    /// <summary>Lets it go on where it waits, or where it is going to wait.</summary>
    internal void Tell()
    {
        WasTold = true;
        try
        {
            line.Send([(byte)'!']);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It has ended before it could be told.
        }
    }

    /// <summary>Returns when the operating system has let go of it.</summary>
    internal void Kill()
    {
        if (HasHungUp) return;
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
            process.WaitForExit();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It has just ended.
        }
    }

    /// <summary>
    /// Comes back when the process of its parent, too, can see that it has ended: a little later
    /// than its line is cut.
    /// </summary>
    internal void WaitUntilGone()
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.WaitForExit();
        }
        catch (ArgumentException)
        {
            // It is gone.
        }
    }

    /// <summary>Who never calls again ends by itself.</summary>
    internal void Cut() => line.Dispose();

    public override string ToString() => $"{name} (process {pid})";
}
