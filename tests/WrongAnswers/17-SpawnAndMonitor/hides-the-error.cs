// wrong: kills the workers when something goes wrong, and says nothing of it -> the caller never heard of it
// hint /catch[^{]*\{(?!.*throw)/: A catch that ends without a throw keeps the error to itself: throw; at its end sends it on.
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
        catch (Exception)
        {
            foreach (var process in processes)
                process.Kill();
        }
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
