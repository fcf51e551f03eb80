// wrong: a query of tasks, enumerated to wait and once more for the pages -> a page was fetched again
// hint /(?:var|IEnumerable<Task<string>>) (\w+) = addresses\.Select\((?:(?!\.To(?:Array|List)\(\)|;).)*;.*WhenAll\(\1\)/: A query runs each time somebody goes through it, and each time it fetches. Make it an array.
namespace Katas.AsyncGather;

public static class Gather
{
    public static async Task<string[]> All(
        string[] addresses, Func<string, CancellationToken, Task<string>> fetch)
    {
        using var stop = new CancellationTokenSource();
        var tasks = addresses.Select(address => Page(address));
        var together = Task.WhenAll(tasks);
        try
        {
            await together;
        }
        catch when (together.Exception is not null)
        {
            throw together.Exception;
        }
        var pages = new List<string>();
        foreach (var task in tasks) pages.Add(await task);
        return [.. pages];

        async Task<string> Page(string address)
        {
            try
            {
                return await fetch(address, stop.Token);
            }
            catch
            {
                stop.Cancel();
                throw;
            }
        }
    }
}
