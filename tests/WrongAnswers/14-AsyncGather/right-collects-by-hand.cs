// right: a slot for each page, and a list of failures of its own
namespace Katas.AsyncGather;

public static class Gather
{
    public static async Task<string[]> All(
        string[] addresses, Func<string, CancellationToken, Task<string>> fetch)
    {
        using var stop = new CancellationTokenSource();
        var pages = new string[addresses.Length];
        var failures = new List<Exception>();
        var cancelled = false;
        var fetches = new List<Task>();
        for (var i = 0; i < addresses.Length; i++)
            fetches.Add(One(i));
        foreach (var one in fetches)
            await one;
        if (failures.Count > 0) throw new AggregateException(failures);
        if (cancelled) throw new OperationCanceledException();
        return pages;

        async Task One(int i)
        {
            try
            {
                pages[i] = await fetch(addresses[i], stop.Token);
            }
            catch (OperationCanceledException)
            {
                lock (failures) cancelled = true;
                stop.Cancel();
            }
            catch (Exception failure)
            {
                lock (failures) failures.Add(failure);
                stop.Cancel();
            }
        }
    }
}
