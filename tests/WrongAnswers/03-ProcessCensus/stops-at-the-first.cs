// wrong: break where continue is meant: who comes after one that has ended is never asked -> but it was: 7 shell 1
// hint /(?:HasEnded\)|\bcatch\b[^{}]*) (?:\{ )?break;/: `break` ends the loop for all who come later. Only this one is to be left out.
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
                    if (process.HasEnded) break;
                    entries.Add(new Entry(process.Id, process.Name, process.ThreadCount));
                }
                catch (Exception e) when (e is InvalidOperationException or Win32Exception)
                {
                }
            }
        }
        return entries;
    }
}
