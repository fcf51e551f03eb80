// wrong: a query that is run by the loop: each fetch starts when the one before has been awaited -> deadlock
// hint /fetches = addresses\.Select\([^;]+\)\);(?!.*WhenAll)/: A LINQ query does nothing until somebody goes through it. Make it an array, and all have begun.
namespace Katas.AsyncGather;

public static class Gather
{
    public static async Task<string[]> All(
        string[] addresses, Func<string, CancellationToken, Task<string>> fetch)
    {
        using var stop = new CancellationTokenSource();
        var fetches = addresses.Select(address => fetch(address, stop.Token));
        var pages = new List<string>();
        foreach (var page in fetches)
            pages.Add(await page);
        return pages.ToArray();
    }
}
