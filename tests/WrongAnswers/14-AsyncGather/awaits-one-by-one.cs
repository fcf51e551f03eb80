// wrong: starts all, then awaits each in turn: the first failure leaves the rest behind -> one of the failures
// hint /= await fetches\[\w+\]/: The first `await` that throws is the last one reached. One `await` for all of them: `Task.WhenAll`.
namespace Katas.AsyncGather;

public static class Gather
{
    public static async Task<string[]> All(
        string[] addresses, Func<string, CancellationToken, Task<string>> fetch)
    {
        var fetches = new Task<string>[addresses.Length];
        for (var i = 0; i < addresses.Length; i++)
            fetches[i] = fetch(addresses[i], CancellationToken.None);
        var pages = new string[addresses.Length];
        for (var i = 0; i < addresses.Length; i++)
            pages[i] = await fetches[i];
        return pages;
    }
}
