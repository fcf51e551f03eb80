// wrong: waits in a finally, for workers that nobody is going to tell to end -> Kill them before you wait for them
// hint /finally \{(?!.*Kill).*WaitForExit/: To wait is enough only when all goes well. After an exception, kill them first.
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
        finally
        {
            foreach (var process in processes)
                process.WaitForExit();
        }
        return Look();
    }

    static Sighting Seen(Worker worker, Process process)
    {
        var hasEnded = process.HasExited;
        return new(worker.Name, process.Id, !hasEnded, hasEnded ? process.ExitCode : null);
    }
}
