// wrong: gives the handle back before it asks, and takes the error for the end of the process -> but it was: (nobody)
// hint /using \((\w+)\) (?:\{ )?return !?\1\./: The handle is given back as soon as this returns; after that the process answers no more.
using System.ComponentModel;

namespace Katas.ProcessCensus;

public static class Census
{
    public static IReadOnlyList<Entry> Of(IReadOnlyList<IProcess> processes)
    {
        var entries = new List<Entry>();
        foreach (var process in processes)
        {
            if (IsAlive(process))
                Add(process, entries);
        }
        return entries;
    }

    static bool IsAlive(IProcess process)
    {
        try
        {
            using (process) return !process.HasEnded;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    static void Add(IProcess process, List<Entry> entries)
    {
        try
        {
            entries.Add(new Entry(process.Id, process.Name, process.ThreadCount));
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
        }
    }
}
