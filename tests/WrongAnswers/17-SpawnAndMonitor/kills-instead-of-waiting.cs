// wrong: kills its workers when it goes, also those who are still at work -> was cut short
// hint /finally \{[^}]*Kill/: A finally runs on every way out, also the good one: wait for the workers inside the try, before it.
using System.Diagnostics;

namespace Katas.SpawnAndMonitor;

public static class Supervisor
{
    public static IReadOnlyList<Sighting> Run(IReadOnlyList<Worker> workers, Action<Look> monitor)
    {
        var processes = new List<Process>();
        IReadOnlyList<Sighting> Look() => [.. workers.Zip(processes, Seen)];
        try
        {
            foreach (var worker in workers)
                processes.Add(Process.Start(worker.StartInfo)!);
            monitor(Look);
            return Look();
        }
        finally
        {
            foreach (var process in processes)
                process.Kill();
        }
    }

    static Sighting Seen(Worker worker, Process process)
    {
        var hasEnded = process.HasExited;
        return new(worker.Name, process.Id, !hasEnded, hasEnded ? process.ExitCode : null);
    }
}
