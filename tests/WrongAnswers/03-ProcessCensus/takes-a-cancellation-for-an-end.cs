// wrong: catches a cancellation as well, although nobody has cancelled anything -> the census hid it: let it out
using System.ComponentModel;

namespace Katas.ProcessCensus;

public static class Census
{
    public static IReadOnlyList<Entry> Of(IReadOnlyList<IProcess> processes)
    {
        var entries = new List<Entry>();
        foreach (var process in processes)
        {
            using var handle = process;
            try
            {
                entries.Add(new Entry(process.Id, process.Name, process.ThreadCount));
            }
            catch (Exception e) when (e is InvalidOperationException or Win32Exception
                or OperationCanceledException)
            {
            }
        }
        return entries;
    }
}
