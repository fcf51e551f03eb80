// right: asks several at once, in a parallel query that keeps their order
using System.ComponentModel;

namespace Katas.ProcessCensus;

public static class Census
{
    public static IReadOnlyList<Entry> Of(IReadOnlyList<IProcess> processes) =>
        [.. processes.AsParallel().AsOrdered().Select(Ask).Where(e => e is not null).Select(e => e!)];

    static Entry? Ask(IProcess process)
    {
        using (process)
        {
            try
            {
                return new Entry(process.Id, process.Name, process.ThreadCount);
            }
            catch (Exception e) when (e is InvalidOperationException or Win32Exception)
            {
                return null;
            }
        }
    }
}
