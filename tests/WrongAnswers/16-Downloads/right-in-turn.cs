// right: the loop itself waits for a place, and starts one after the other
namespace Katas.Downloads;

public static class Downloader
{
    public static async Task<Download[]> All(
        string[] addresses, int atOnce,
        Func<string, CancellationToken, Task<string>> fetch, CancellationToken cancel)
    {
        using var places = new SemaphoreSlim(atOnce, atOnce);
        var fetches = new List<Task<Download>>();
        try
        {
            foreach (var address in addresses)
            {
                await places.WaitAsync(cancel);
                fetches.Add(One(address));
            }
        }
        finally
        {
            // Also when it is cancelled: nobody is left behind.
            await Task.WhenAll(fetches);
        }
        return fetches.Select(fetch => fetch.Result).ToArray();

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
            finally
            {
                places.Release();
            }
        }
    }

    static readonly HttpClient client = new(new SocketsHttpHandler());

    public static async Task<string> Fetch(string address, CancellationToken cancel)
    {
        using var response = await client.GetAsync(address, cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancel);
    }
}
