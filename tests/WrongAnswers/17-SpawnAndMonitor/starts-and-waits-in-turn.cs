// wrong: waits for each worker before it starts the next -> First start all of them
// hint /Start\([^{}]*WaitForExit\(\); \}/: Each worker is waited for before the next is started. First start all of them.
using System.Diagnostics;

namespace Katas.SpawnAndMonitor;

public static class Supervisor
{
    public static IReadOnlyList<Sighting> Run(IReadOnlyList<Worker> workers, Action<Look> monitor)
    {
        var processes = new List<Process>();
        foreach (var worker in workers)
        {
            var process = Process.Start(worker.StartInfo)!;
            processes.Add(process);
            process.WaitForExit();
        }
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
