using System.ComponentModel;

namespace Katas.ProcessCensus;

public static class Census
{
    /// <summary>The number, name and thread count of every process that can be seen.</summary>
    public static IReadOnlyList<Entry> Of(IReadOnlyList<IProcess> processes)
    {
        var entries = new List<Entry>();
        foreach (var process in processes)
        {
            // On every way out, also that of an exception: the handle is given back.
            using (process)
            {
                if (Look(process) is { } entry)
                    entries.Add(entry);
            }
        }
        return entries;
    }

    /// <summary>Null if the process can't be seen.</summary>
    static Entry? Look(IProcess process)
    {
        // To ask first whether it lives would be no help: it can end right after the answer. So
        // ask for what is wanted, and be ready for a no.
        try
        {
            return new Entry(process.Id, process.Name, process.ThreadCount);
        }
        catch (InvalidOperationException)
        {
            return null; // It has ended.
        }
        catch (Win32Exception)
        {
            return null; // We may not look at it.
        }
        // Nothing else is caught: an error that nobody expects should be seen.
    }
}
