// wrong: knows its workers only when all have been started -> B could not be started, and the call left A
// hint /= workers\.Select\([^;]*Start\(/: When a start fails, this list was never made, and nobody knows of those that were started. Let it grow with each start.
using System.Diagnostics;

namespace Katas.SpawnAndMonitor;

public static class Supervisor
{
    public static IReadOnlyList<Sighting> Run(IReadOnlyList<Worker> workers, Action<Look> monitor)
    {
        var processes = workers.Select(worker => Process.Start(worker.StartInfo)!).ToList();
        IReadOnlyList<Sighting> Look() => [.. workers.Zip(processes, Seen)];
        try
        {
            monitor(Look);
            foreach (var process in processes)
                process.WaitForExit();
            return Look();
        }
        finally
        {
            foreach (var process in processes)
            {
                process.Kill();
                process.WaitForExit();
            }
        }
    }

    static Sighting Seen(Worker worker, Process process)
    {
        var hasEnded = process.HasExited;
        return new(worker.Name, process.Id, !hasEnded, hasEnded ? process.ExitCode : null);
    }
}
