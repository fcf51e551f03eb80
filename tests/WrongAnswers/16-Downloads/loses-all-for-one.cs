// wrong: the first failure is thrown, and all pages are lost -> made on purpose
// hint /^(?!.*\bcatch\b)/: Nothing here catches a failure: one page that is missing takes all the others with it.
namespace Katas.Downloads;

public static class Downloader
{
    public static async Task<Download[]> All(
        string[] addresses, int atOnce,
        Func<string, CancellationToken, Task<string>> fetch, CancellationToken cancel)
    {
        using var places = new SemaphoreSlim(atOnce);
        return await Task.WhenAll(addresses.Select(One).ToArray());

        async Task<Download> One(string address)
        {
            await places.WaitAsync(cancel);
            try
            {
                return new(address, await fetch(address, cancel), null);
            }
            finally
            {
                places.Release();
            }
        }
    }

    static readonly HttpClient client = new();

    public static Task<string> Fetch(string address, CancellationToken cancel) =>
        client.GetStringAsync(address, cancel);
}
