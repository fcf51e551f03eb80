// wrong: asks several at once, and all of them add to one list -> data race
using System.ComponentModel;

namespace Katas.ProcessCensus;

public static class Census
{
    public static IReadOnlyList<Entry> Of(IReadOnlyList<IProcess> processes)
    {
        var found = new List<Entry>();
        var loop = Parallel.ForEach(processes, process =>
        {
            using (process)
            {
                try
                {
                    var entry = new Entry(process.Id, process.Name, process.ThreadCount);
                    found.Add(entry);
                }
                catch (InvalidOperationException)
                {
                }
                catch (Win32Exception)
                {
                }
            }
        });
        found.Sort((a, b) => a.Id.CompareTo(b.Id));
        return found;
    }
}
