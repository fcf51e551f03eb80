// wrong: a batch, and the next one when all of it have ended: free places stay empty -> deadlock
// hint /\.Chunk\(/: The next batch waits for the slowest of this one, while places are free. A semaphore lets in one by one.
namespace Katas.Downloads;

public static class Downloader
{
    public static async Task<Download[]> All(
        string[] addresses, int atOnce,
        Func<string, CancellationToken, Task<string>> fetch, CancellationToken cancel)
    {
        var downloads = new List<Download>();
        foreach (var batch in addresses.Chunk(atOnce))
            downloads.AddRange(await Task.WhenAll(batch.Select(One).ToArray()));
        return downloads.ToArray();

        async Task<Download> One(string address)
        {
            try
            {
                return new(address, await fetch(address, cancel), null);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                return new(address, null, failure);
            }
        }
    }

    static readonly HttpClient client = new();

    public static Task<string> Fetch(string address, CancellationToken cancel) =>
        client.GetStringAsync(address, cancel);
}
