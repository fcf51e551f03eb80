// wrong: gives back the handles of those that are listed, and of no others -> The handle of a process that had ended was never given back
// hint /try \{(?:(?!\bcatch\b|\bfinally\b).)*\.Dispose\(\)/: An exception jumps over the rest of its `try`, and so over this `Dispose`.
using System.ComponentModel;

namespace Katas.ProcessCensus;

public static class Census
{
    public static IReadOnlyList<Entry> Of(IReadOnlyList<IProcess> processes)
    {
        var entries = new List<Entry>();
        foreach (var process in processes)
        {
            try
            {
                entries.Add(new Entry(process.Id, process.Name, process.ThreadCount));
                process.Dispose();
            }
            catch (Exception e) when (e is InvalidOperationException or Win32Exception)
            {
            }
        }
        return entries;
    }
}
