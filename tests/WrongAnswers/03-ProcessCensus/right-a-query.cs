// right: a query over those that answer, the threads asked for first
using System.ComponentModel;

namespace Katas.ProcessCensus;

public static class Census
{
    public static IReadOnlyList<Entry> Of(IReadOnlyList<IProcess> processes) =>
        [.. processes.Select(EntryOf).OfType<Entry>()];

    static Entry? EntryOf(IProcess process)
    {
        using var handle = process;
        try
        {
            var threads = process.ThreadCount;
            return new(process.Id, process.Name, threads);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
