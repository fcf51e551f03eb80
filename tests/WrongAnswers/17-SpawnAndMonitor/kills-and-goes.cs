// wrong: kills its workers when something goes wrong, and doesn't wait until they are gone -> Kill doesn't wait
// hint /\.Kill\((?:true)?\);(?!.*WaitForExit)/: A process that was killed lives a little longer. Wait for its exit after `Kill`.
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
            monitor(Look);
            foreach (var process in processes) process.WaitForExit();
            return Look();
        }
        catch
        {
            foreach (var process in processes) process.Kill();
            throw;
        }

        IReadOnlyList<Sighting> Look() => [.. workers.Zip(processes, (worker, process) =>
        {
            var hasEnded = process.HasExited;
            return new Sighting(
                worker.Name, process.Id, !hasEnded, hasEnded ? process.ExitCode : null);
        })];
    }
}
