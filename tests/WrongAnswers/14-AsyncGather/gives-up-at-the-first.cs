// wrong: goes away when the first one fails, and leaves the others behind -> one of the failures
// hint /WhenAny\(/: You leave with the first failure. `WhenAll` waits for all of them, and its task knows all failures.
namespace Katas.AsyncGather;

public static class Gather
{
    public static async Task<string[]> All(
        string[] addresses, Func<string, CancellationToken, Task<string>> fetch)
    {
        using var stop = new CancellationTokenSource();
        var fetches = new List<Task<string>>();
        foreach (var address in addresses)
            fetches.Add(fetch(address, stop.Token));
        var left = new List<Task<string>>(fetches);
        while (left.Count > 0)
        {
            var first = await Task.WhenAny(left);
            left.Remove(first);
            if (first.IsFaulted || first.IsCanceled)
            {
                stop.Cancel();
                await first;
            }
        }
        var pages = new List<string>();
        foreach (var done in fetches)
            pages.Add(await done);
        return pages.ToArray();
    }
}
