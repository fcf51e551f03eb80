// right: each worker is disposed of by what killed and awaited it, a small class of its own
using System.Diagnostics;

namespace Katas.SpawnAndMonitor;

public static class Supervisor
{
    public static IReadOnlyList<Sighting> Run(IReadOnlyList<Worker> workers, Action<Look> monitor)
    {
        using var staff = new Staff();
        foreach (var worker in workers)
            staff.Hire(worker);
        monitor(staff.Look);
        staff.Wait();
        return staff.Look();
    }

    sealed class Staff : IDisposable
    {
        readonly Dictionary<string, Process> processes = [];

        public void Hire(Worker worker) => processes[worker.Name] = Process.Start(worker.StartInfo)!;

        public IReadOnlyList<Sighting> Look() => processes.Select(p => p.Value.HasExited
            ? new Sighting(p.Key, p.Value.Id, false, p.Value.ExitCode)
            : new Sighting(p.Key, p.Value.Id, true, null)).ToList();

        public void Wait()
        {
            foreach (var process in processes.Values) process.WaitForExit();
        }

        public void Dispose()
        {
            foreach (var process in processes.Values)
            {
                if (!process.HasExited) process.Kill(entireProcessTree: true);
                process.WaitForExit();
                process.Dispose();
            }
        }
    }
}
