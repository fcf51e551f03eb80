using System.Diagnostics;

namespace Katas.SpawnAndMonitor;

public static class Supervisor
{
    /// <summary>Runs each worker as a process of its own, and all at the same time.</summary>
    /// <param name="monitor">
    /// Called once, when all are started; it can look as often as it likes.
    /// </param>
    /// <returns>What is to be seen of the workers when all have ended.</returns>
    public static IReadOnlyList<Sighting> Run(IReadOnlyList<Worker> workers, Action<Look> monitor)
    {
        // A list that grows, so that those who are started are known when a later start fails.
        var processes = new List<Process>();
        try
        {
            foreach (var worker in workers)
                processes.Add(Process.Start(worker.StartInfo)!);

            IReadOnlyList<Sighting> Look() => [.. workers.Zip(processes, Seen)];
            monitor(Look);

            // First start all, then wait for all: as with threads, that is Join.
            foreach (var process in processes)
                process.WaitForExit();
            return Look();
        }
        finally
        {
            foreach (var process in processes)
                End(process);
        }
    }

    /// <summary>
    /// Does nothing to one that has ended. But when an exception comes, nobody is going to tell the
    /// others to end, so waiting alone could take for ever.
    /// </summary>
    static void End(Process process)
    {
        process.Kill();
        // Kill only asks for it: the process may live for a moment yet.
        process.WaitForExit();
        process.Dispose();
    }

    static Sighting Seen(Worker worker, Process process)
    {
        // Asked once: it may end between two questions, and then half of the line would be old.
        var hasEnded = process.HasExited;
        return new(worker.Name, process.Id, !hasEnded, hasEnded ? process.ExitCode : null);
    }
}
