// wrong: gives the handle back after the catch, where no error of another kind comes by -> its handle was never given back
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
            catch (InvalidOperationException)
            {
                // It has ended.
            }
            catch (Win32Exception)
            {
                // It may not be seen.
            }
            process.Dispose();
        }
        return entries;
    }
}
