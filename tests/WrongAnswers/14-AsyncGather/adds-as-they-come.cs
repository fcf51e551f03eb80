// wrong: adds each page when it comes, to one list -> a page is missing, or in another's place
// hint /= await fetch\([^;]*; (?:lock \(\w+\) (?:\{ )?)?\w+\.(?:Add|Enqueue)\(/: The pages come in any order, and go into the list in that order. An array of tasks keeps the order of the addresses.
namespace Katas.AsyncGather;

public static class Gather
{
    public static async Task<string[]> All(
        string[] addresses, Func<string, CancellationToken, Task<string>> fetch)
    {
        using var stop = new CancellationTokenSource();
        var pages = new List<string>();
        var fetches = addresses.Select(One).ToArray();
        await Task.WhenAll(fetches);
        return pages.ToArray();

        async Task One(string address)
        {
            try
            {
                var page = await fetch(address, stop.Token);
                lock (pages)
                    pages.Add(page);
            }
            catch
            {
                stop.Cancel();
                throw;
            }
        }
    }
}
