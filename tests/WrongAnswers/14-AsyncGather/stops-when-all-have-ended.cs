// wrong: cancels when the await for all has come back, which is too late -> deadlock
// hint /await \w+; \} catch[^{}]*\{[^{}]*\.Cancel\(\)/: The `await` for all of them ends when the last one has: too late to stop any. Cancel where the one fetch fails.
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
        var all = Task.WhenAll(fetches);
        try
        {
            return await all;
        }
        catch when (all.IsFaulted)
        {
            stop.Cancel();
            throw all.Exception!;
        }
    }
}
