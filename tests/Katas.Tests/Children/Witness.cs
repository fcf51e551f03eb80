using System.Diagnostics;

namespace Katas.Tests;

/// <summary>
/// Sees which processes are still there in the moment in which a learner's call comes back. A process
/// that was killed lives a little longer, and nobody would see that later.
/// </summary>
sealed class Witness
{
    readonly List<(Child Child, Process Process)> watched = [];
    volatile Child[] left = [];

    /// <summary>Those that lived when the call came back.</summary>
    internal IReadOnlyList<Child> Left => left;

    /// <summary>To be called while they live, so that looking at them later takes no time.</summary>
    internal void Watch(IEnumerable<Child> children)
    {
        lock (watched)
        {
            foreach (var child in children)
            {
                try
                {
                    watched.Add((child, Process.GetProcessById(child.Pid)));
                }
                catch (ArgumentException)
                {
                    // It has already ended.
                }
            }
        }
    }

    internal T Call<T>(Func<T> code)
    {
        try
        {
            return code();
        }
        finally
        {
            lock (watched) left = [.. watched.Where(it => !it.Process.HasExited).Select(it => it.Child)];
        }
    }
}
