namespace Katas.Downloads;

public static class Downloader
{
    /// <summary>What came of each address, in the order of the addresses.</summary>
    /// <param name="atOnce">How many fetches may be under way at once, from 1.</param>
    /// <param name="fetch">Fetches a page; for real, it is Fetch.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<Download[]> All(
        string[] addresses, int atOnce,
        Func<string, CancellationToken, Task<string>> fetch, CancellationToken cancel)
    {
        var downloads = new List<Download>();
        foreach (var address in addresses)
        {
            var page = await fetch(address, CancellationToken.None);
            downloads.Add(new(address, page, null));
        }
        return downloads.ToArray();
    }

    /// <summary>The page at an address, by HTTP.</summary>
    public static async Task<string> Fetch(string address, CancellationToken cancel)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(address);
    }
}
