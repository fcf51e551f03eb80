using System.Diagnostics;
using Katas.SharedMemory;

namespace Katas.Tests;

/// <summary>
/// A learner's shared number: this process owns it, and real processes update it.
/// </summary>
[StackTraceHidden]
sealed class Sharing : IDisposable
{
    readonly SharedFolder folder;
    readonly OneThread owner = new();
    SharedNumber? number;

    internal Sharing()
    {
        folder = new(Nursery);
        try
        {
            Run("Create", () => number = SharedNumber.Create(folder.Path));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    internal Nursery Nursery { get; } = new();

    internal IEnumerable<string> Files => folder.Files;

    /// <summary>Whether a file belongs to the spec: those in the folder are in <see cref="Files"/>.</summary>
    internal bool Holds(string path) => folder.Holds(path);

    internal long Value
    {
        get
        {
            var value = 0L;
            Run("Value", () => value = number!.Value);
            return value;
        }
    }

    /// <summary>Disposes of the number, as its owner.</summary>
    internal void LetGo()
    {
        Run("Dispose", () => number!.Dispose());
        number = null;
    }

    /// <param name="stuck">What to say if it never comes back.</param>
    /// <returns>What it threw, or null.</returns>
    internal Exception? Update(Func<long, long> change, string? stuck = null) =>
        Nursery.Run(() => owner.Run(() =>
        {
            number!.Update(change);
            return 0;
        }), () => stuck ?? Stuck("Update")).Error;

    /// <summary>
    /// A process that has opened the number, and waits until it is told to update it.
    /// </summary>
    /// <param name="times">How often to add 1; null: once, and to hold on in the middle.</param>
    internal Child Open(string name, int? times = null)
    {
        string[] command = times is null ? ["hold"] : ["update"];
        var startInfo = Nursery.StartInfo(name,
            [.. command, folder.Assembly(typeof(SharedNumber)), folder.Path, $"{times}"]);
        Process.Start(startInfo)!.Dispose();
        Nursery.WaitFor(() => Nursery.Find(name) is { } it && (it.HasHungUp || it.IsStill));
        var child = Nursery.Find(name);
        if (child is null || child.HasHungUp)
            Fail.Because($"{name} could not open the number{Why(child)}.");
        return child;
    }

    /// <summary>It ends well, or the spec fails.</summary>
    internal void ExpectEnd(Child child, string when)
    {
        Nursery.WaitFor(() => child.HasHungUp);
        if (!child.HasHungUp)
            Fail.Because($"{child} never got in: it has been waiting for the lock, {when}.");
        if (child.LastSaid != "done")
            Fail.Because($"{child} failed in its update{Why(child)}, {when}.");
    }

    internal static string Why(Child? child) =>
        child?.LastSaid.Split(' ', 2) is ["throws", var what] ? $": {what}" : "";

    public void Dispose()
    {
        if (number is not null)
        {
            // How it can be disposed of is for a spec to say; here, it only has to be tried.
            var run = Nursery.Begin(() => owner.Run(() =>
            {
                number.Dispose();
                return 0;
            }));
            Nursery.WaitFor(() => run.IsDone);
        }
        owner.Dispose();
        Nursery.Dispose();
        folder.Dispose();
    }

    void Run(string what, Action code)
    {
        var (_, error) = Nursery.Run(() => owner.Run(() =>
        {
            code();
            return 0;
        }), () => Stuck(what));
        if (error is not null)
            Fail.Because($"{what} threw in the owner's process: {error.GetType().Name}:"
                + $" {error.Message}");
    }

    static string Stuck(string what) => $"{what} never came back in the owner's process, though"
        + " nobody else has anything to do with the number now."
        + "\n  Next: Look for a lock that is not given back, or that is waited for twice.";
}
