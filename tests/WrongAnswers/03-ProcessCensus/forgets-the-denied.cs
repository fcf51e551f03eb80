// wrong: thinks of those that vanish, not of those that deny access -> Process 8 may not be looked at
// hint /^(?!.*Win32Exception).*\bcatch\b.*InvalidOperationException/: Here an end is caught, but a denial is not: `IProcess.cs` says which exception that is.
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
                catch (InvalidOperationException)
                {
                }
            }
        }
        return entries;
    }
}
