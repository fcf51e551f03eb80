// wrong: leaves all handles to the garbage collector -> The handle of a process that lives was never given back
// hint /^(?!.*\.Dispose\(\))(?!.*\busing (?:\(|\w+ \w+ =))/: Nothing here gives a handle back, and the garbage collector is in no hurry.
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
            }
            catch (Exception e) when (e is InvalidOperationException or Win32Exception)
            {
            }
        }
        return entries;
    }
}
