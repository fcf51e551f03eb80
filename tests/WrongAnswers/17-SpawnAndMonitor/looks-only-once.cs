// wrong: looks once, and shows the same picture to whoever looks again -> but it was: A lives, B lives
using System.Diagnostics;

namespace Katas.SpawnAndMonitor;

public static class Supervisor
{
    public static IReadOnlyList<Sighting> Run(IReadOnlyList<Worker> workers, Action<Look> monitor)
    {
        var processes = new List<Process>();
        try
        {
            foreach (var worker in workers)
                processes.Add(Process.Start(worker.StartInfo)!);
            var seen = workers.Zip(processes, Seen).ToList();
            monitor(() => seen);
            foreach (var process in processes)
                process.WaitForExit();
            return [.. workers.Zip(processes, Seen)];
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
