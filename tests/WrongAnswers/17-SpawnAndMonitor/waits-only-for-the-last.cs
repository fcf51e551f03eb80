// wrong: waits for the worker that was started last, as if it were the last to end -> The call came back while A
// hint /\[\^1\]\.WaitForExit|Last\(\)\.WaitForExit/: The one that was started last need not be the last to end. Wait for each of them.
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
        processes[^1].WaitForExit();
        return Look();
    }

    static Sighting Seen(Worker worker, Process process)
    {
        var hasEnded = process.HasExited;
        return new(worker.Name, process.Id, !hasEnded, hasEnded ? process.ExitCode : null);
    }
}
