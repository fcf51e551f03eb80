// wrong: a new HttpClient for each request, with a connection of its own -> need no more connections
// hint /using var client = new HttpClient\(\)/: An `HttpClient` keeps its connections for the next request. Make one, in a `static readonly` field.
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
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                return new(address, null, failure);
            }
            finally
            {
                places.Release();
            }
        }
    }

    public static async Task<string> Fetch(string address, CancellationToken cancel)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(address, cancel);
    }
}
