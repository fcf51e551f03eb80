// wrong: reports every failure, but lets the others go on for nothing -> deadlock
namespace Katas.AsyncGather;

public static class Gather
{
    public static async Task<string[]> All(
        string[] addresses, Func<string, CancellationToken, Task<string>> fetch)
    {
        var fetches = new List<Task<string>>();
        foreach (var address in addresses)
            fetches.Add(fetch(address, CancellationToken.None));
        var all = Task.WhenAll(fetches);
        try
        {
            return await all;
        }
        catch when (all.IsFaulted)
        {
            throw all.Exception!;
        }
    }
}
