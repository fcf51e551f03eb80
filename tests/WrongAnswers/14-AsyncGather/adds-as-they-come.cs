// wrong: adds each page when it comes, to one list -> a page is missing, or in another's place
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
