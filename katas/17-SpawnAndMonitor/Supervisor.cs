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
        var processes = new List<Process>();
        foreach (var worker in workers)
            processes.Add(Process.Start(worker.StartInfo)!);

        IReadOnlyList<Sighting> Look() => [.. workers.Zip(processes, Seen)];
        monitor(Look);
        return Look();
    }

    static Sighting Seen(Worker worker, Process process)
    {
        var hasEnded = process.HasExited;
        return new(worker.Name, process.Id, !hasEnded, hasEnded ? process.ExitCode : null);
    }
}
