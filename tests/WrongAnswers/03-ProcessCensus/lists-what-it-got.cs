// wrong: lists with a name of its own making who can't be asked -> A process is in the census
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
                var name = Asked(() => process.Name, "?");
                var threads = Asked(() => process.ThreadCount, 0);
                entries.Add(new Entry(process.Id, name, threads));
            }
        }
        return entries;
    }

    static T Asked<T>(Func<T> question, T otherwise)
    {
        try
        {
            return question();
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return otherwise;
        }
    }
}
