using System.Diagnostics;

namespace HostileKatas;

/// <summary>A busy machine, and one with a single core: what is told must not depend on either.</summary>
sealed class Load : IDisposable
{
    readonly List<Process> busy = [];

    internal Load(int processes, string room)
    {
        for (var i = 0; i < processes; i++) busy.Add(Lane.Start(room, "--busy"));
    }

    /// <summary>The busy process's side: it works until its parent lets go of it, or ends.</summary>
    internal static void KeepBusy()
    {
        var rounds = 0UL;
        new Thread(() => { while (true) rounds++; }) { IsBackground = true }.Start();
        while (Console.In.Read() >= 0)
        {
        }
    }

    /// <summary>Keeps a process on the first core, where the system can.</summary>
    internal static void Pin(Process process)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows()) return;
        try
        {
            process.ProcessorAffinity = 1;
        }
        catch (InvalidOperationException)
        {
            // It has ended already, and what it told is read all the same.
        }
    }

    public void Dispose()
    {
        foreach (var process in busy)
        {
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
        }
    }
}
