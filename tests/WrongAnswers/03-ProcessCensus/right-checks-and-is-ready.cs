// right: asks first, which saves an exception now and then, and is ready for one all the same
using System.ComponentModel;

namespace Katas.ProcessCensus;

public static class Census
{
    public static IReadOnlyList<Entry> Of(IReadOnlyList<IProcess> processes)
    {
        var entries = new List<Entry>();
        foreach (var process in processes)
        {
            using (process)
            {
                try
                {
                    if (process.HasEnded) continue;
                    entries.Add(new Entry(process.Id, process.Name, process.ThreadCount));
                }
                catch (InvalidOperationException)
                {
                    continue;
                }
                catch (Win32Exception)
                {
                    continue;
                }
            }
        }
        return entries;
    }
}
