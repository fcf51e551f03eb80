namespace Katas.ProcessCensus;

public static class Census
{
    /// <summary>The number, name and thread count of every process that can be seen.</summary>
    public static IReadOnlyList<Entry> Of(IReadOnlyList<IProcess> processes)
    {
        var entries = new List<Entry>();
        foreach (var process in processes)
        {
            if (process.HasEnded) continue;

            entries.Add(new Entry(process.Id, process.Name, process.ThreadCount));
            process.Dispose();
        }
        return entries;
    }
}
