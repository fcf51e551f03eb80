// wrong: waits for the first two before it starts the next -> deadlock
// hint /; \w+ \+= [2-9]\)/: The third fetch begins only when the first two have ended. Begin all of them, then await all of them.
namespace Katas.AsyncGather;

public static class Gather
{
    public static async Task<string[]> All(
        string[] addresses, Func<string, CancellationToken, Task<string>> fetch)
    {
        using var stop = new CancellationTokenSource();
        var pages = new List<string>();
        for (var i = 0; i < addresses.Length; i += 2)
        {
            var few = new List<Task<string>>();
            for (var j = i; j < Math.Min(i + 2, addresses.Length); j++)
                few.Add(fetch(addresses[j], stop.Token));
            pages.AddRange(await Task.WhenAll(few));
        }
        return pages.ToArray();
    }
}
