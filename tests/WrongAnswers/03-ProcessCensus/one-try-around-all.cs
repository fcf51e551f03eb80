// wrong: one try around the loop, so that the first who vanishes ends the census for all -> 7 and 9 have not. The census should be: 7 shell 1, 9 editor 12 but it was: 7 shell 1
// hint /try \{ foreach/: An exception leaves the loop, and all who come later are forgotten. Where would it cost only one?
using System.ComponentModel;

namespace Katas.ProcessCensus;

public static class Census
{
    public static IReadOnlyList<Entry> Of(IReadOnlyList<IProcess> processes)
    {
        var entries = new List<Entry>();
        try
        {
            foreach (var process in processes)
            {
                using (process)
                    entries.Add(new Entry(process.Id, process.Name, process.ThreadCount));
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
        }
        return entries;
    }
}
