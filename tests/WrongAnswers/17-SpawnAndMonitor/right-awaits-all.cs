// right: awaits all of them at once; kills in a catch
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
        }
        catch
        {
            foreach (var process in processes)
                process.Kill();
            AllEnded(processes).Wait();
            throw;
        }
        AllEnded(processes).Wait();
        return Look();
    }

    static async Task AllEnded(List<Process> processes) =>
        await Task.WhenAll(processes.Select(process => process.WaitForExitAsync()));

    static Sighting Seen(Worker worker, Process process) => process.HasExited
        ? new(worker.Name, process.Id, false, process.ExitCode)
        : new(worker.Name, process.Id, true, null);
}
