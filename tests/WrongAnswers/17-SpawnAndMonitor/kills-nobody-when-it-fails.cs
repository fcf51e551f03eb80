// wrong: waits for all, but only when nothing goes wrong on the way -> and the call left A
// hint /^(?!.*\bfinally\b)(?!.*\bcatch\b)(?!.*\busing (?:var\b|\())/: An exception jumps over the waiting. What has to happen on every way out goes into a `finally`.
using System.Diagnostics;

namespace Katas.SpawnAndMonitor;

public static class Supervisor
{
    public static IReadOnlyList<Sighting> Run(IReadOnlyList<Worker> workers, Action<Look> monitor)
    {
        var processes = new List<Process>();
        foreach (var worker in workers)
            processes.Add(Process.Start(worker.StartInfo)!);

        IReadOnlyList<Sighting> Look() => [.. workers.Zip(processes, Seen)];
        monitor(Look);
        foreach (var process in processes)
            process.WaitForExit();
        return Look();
    }

    static Sighting Seen(Worker worker, Process process)
    {
        var hasEnded = process.HasExited;
        return new(worker.Name, process.Id, !hasEnded, hasEnded ? process.ExitCode : null);
    }
}
