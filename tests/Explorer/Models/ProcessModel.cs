using System.Diagnostics;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>
/// <see cref="Process.Kill()"/>: whoever wants to kill their own process means another's, or the one
/// that reports on them.
/// </summary>
[Models(typeof(Process))]
public static class ProcessModel
{
    public static void Kill(Process process, string site)
    {
        EnsureAnother(process, site);
        process.Kill();
    }

    public static void Kill(Process process, bool entireProcessTree, string site)
    {
        EnsureAnother(process, site);
        process.Kill(entireProcessTree);
    }

    private static void EnsureAnother(Process process, string site)
    {
        const string member = "System.Diagnostics.Process.Kill";
        if (Hook.Current is { } operation)
            throw operation.Execution.Refuse(member, Refusals.Advice(member), site);
        if (process.Id == Environment.ProcessId)
            throw new InvalidOperationException($"Process.Kill at {Site.Parse(site)} would end the test"
                + " process itself, and was not carried out.");
    }
}
