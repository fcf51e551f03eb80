// wrong: reports every failure, but lets the others go on for nothing -> deadlock
// hint /fetch\(\w+(?:\[\w+\])?, (?:CancellationToken\.None|default)/: Nobody can cancel this token. Give the fetches the token of a `CancellationTokenSource`, and cancel it when one of them fails.
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
