using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Katas.Tests;

/// <summary>
/// Looks after the children of one spec, whoever starts them: each of them calls, says what it
/// does, and ends by itself when its line is cut. So none outlives the spec, nor the process of the
/// specs, whatever became of the learner's code.
/// </summary>
sealed partial class Nursery : IDisposable
{
    /// <summary>Guards what is known of the children; pulsed whenever that changes.</summary>
    readonly object changes = new();

    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly List<Child> children = [];

    /// <summary>Started by the specs, not by the learner's code.</summary>
    readonly List<Child> ours = [];

    /// <summary>How much has happened so far, to the learner's children or in the spec.</summary>
    int events;

    /// <summary>Of a learner's code: how many calls have begun and not ended.</summary>
    int running;

    bool closed;

    internal Nursery()
    {
        listener.Start();
        new Thread(Answer) { IsBackground = true }.Start();
    }

    /// <summary>What starts a child, by which the nursery then knows it.</summary>
    /// <param name="command">See the child program's README.</param>
    internal ProcessStartInfo StartInfo(string name, params IEnumerable<string> command) =>
        ChildCommand.StartInfo([$"{Port}", name, .. command]);

    internal IReadOnlyList<Child> Children
    {
        get
        {
            lock (changes) return [.. children];
        }
    }

    internal IReadOnlyList<Child> Living =>
        [.. Children.Where(child => child.IsAlive).OrderBy(child => child.Name)];

    /// <summary>Those who live: "A (process 12), B (process 13) and C (process 14)".</summary>
    internal string Names
    {
        get
        {
            Child[] living = [.. Living];
            return living is [.. var others, var last] && others.Length > 0
                ? $"{string.Join(", ", (object[])others)} and {last}"
                : string.Concat((object[])living);
        }
    }

    /// <summary>The latest of that name, or null if none has called.</summary>
    internal Child? Find(string name) => Children.LastOrDefault(child => child.Name == name);

    /// <summary>The folder is deleted when this process has gone, in whatever way.</summary>
    internal void Keep(string folder)
    {
        using var keeper = Process.Start(StartInfo(Keeper, "keep", folder))!;
        WaitFor(() => ours.Any(child => child.Name == Keeper));
    }

    /// <summary>
    /// To be called when a spec's own state has changed, for those who wait for it.
    /// </summary>
    internal void Announce(Action change)
    {
        lock (changes)
        {
            change();
            events++;
            Monitor.PulseAll(changes);
        }
    }

    public void Dispose()
    {
        lock (changes) closed = true;
        listener.Stop();
        foreach (var child in (Child[])[.. Children, .. ours])
        {
            if (child.Name != Keeper) child.Kill();
            child.Cut();
        }
    }

    int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    void Answer()
    {
        try
        {
            while (true)
            {
                var line = listener.AcceptSocket();
                new Thread(() => Listen(line)) { IsBackground = true }.Start();
            }
        }
        catch (Exception e) when (
            e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The nursery is closed.
        }
    }

    void Listen(Socket line)
    {
        using var reader = new StreamReader(new NetworkStream(line, ownsSocket: true));
        Child? child = null;
        try
        {
            if (reader.ReadLine()?.Split(' ') is not [var name, var number]
                || !int.TryParse(number, out var pid)) return;
            if (!Enter(child = new Child(name, pid, line))) return;
            while (reader.ReadLine() is { } text)
                Announce(child, () => child.Says(text));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It was cut off in the middle of a word.
        }
        finally
        {
            if (child is not null) Announce(child, child.HangsUp);
        }
    }

    /// <returns>False if it comes too late.</returns>
    bool Enter(Child child)
    {
        lock (changes)
        {
            if (closed) return false;
            Announce(child, () => (IsOurs(child) ? ours : children).Add(child));
            return true;
        }
    }

    void Announce(Child child, Action change)
    {
        lock (changes)
        {
            Announce(change);
            // What ours do is no sign of life of anybody's.
            if (IsOurs(child)) events--;
        }
    }

    static bool IsOurs(Child child) => child.Name is Control or Keeper;
}
