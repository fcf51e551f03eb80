// wrong: the list of processes is static: a later call looks at those of an earlier one -> but the monitor has seen
// hint /static readonly List<Process>/: A static outlives the call: the list still has the processes of the one before.
using System.Diagnostics;

namespace Katas.SpawnAndMonitor;

public static class Supervisor
{
    static readonly List<Process> processes = [];

    public static IReadOnlyList<Sighting> Run(IReadOnlyList<Worker> workers, Action<Look> monitor)
    {
        try
        {
            foreach (var worker in workers)
                processes.Add(Process.Start(worker.StartInfo)!);
            monitor(Look);
            foreach (var process in processes) process.WaitForExit();
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

        IReadOnlyList<Sighting> Look() => [.. workers.Zip(processes, (worker, process) =>
        {
            var hasEnded = process.HasExited;
            return new Sighting(
                worker.Name, process.Id, !hasEnded, hasEnded ? process.ExitCode : null);
        })];
    }
}
