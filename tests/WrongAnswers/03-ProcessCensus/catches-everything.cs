// wrong: catches whatever comes, and so hides what nobody expects -> the census hid it: let it out
// hint /catch(?: \((?:System\.)?Exception(?: \w+)?\))? \{/: This `catch` takes whatever comes, also errors that mean neither an end nor a denial.
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
                    entries.Add(new Entry(process.Id, process.Name, process.ThreadCount));
                }
                catch
                {
                }
            }
        }
        return entries;
    }
}
