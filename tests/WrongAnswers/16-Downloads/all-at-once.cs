// wrong: all requests at once, however many -> more were under way than may be
// hint /^(?!.*(Semaphore|Chunk|Work)).*WhenAll/: Something has to keep the others outside: a `SemaphoreSlim`, and `WaitAsync` before the fetch.
namespace Katas.Downloads;

public static class Downloader
{
    public static async Task<Download[]> All(
        string[] addresses, int atOnce,
        Func<string, CancellationToken, Task<string>> fetch, CancellationToken cancel)
    {
        return await Task.WhenAll(addresses.Select(One).ToArray());

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
