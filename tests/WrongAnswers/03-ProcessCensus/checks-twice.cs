// wrong: asks once more whether it has ended, as close to the name as can be; there is still time between -> Process 8 has ended
// hint /^(?!.*\bcatch\b).*HasEnded/: However late you ask `HasEnded`, the process may end right after its answer. Be ready for that as well.
namespace Katas.ProcessCensus;

public static class Census
{
    public static IReadOnlyList<Entry> Of(IReadOnlyList<IProcess> processes)
    {
        var entries = new List<Entry>();
        foreach (var process in processes.Where(process => !process.HasEnded))
        {
            using (process)
            {
                if (!process.HasEnded)
                    entries.Add(new Entry(process.Id, process.Name, process.ThreadCount));
            }
        }
        return entries;
    }
}
