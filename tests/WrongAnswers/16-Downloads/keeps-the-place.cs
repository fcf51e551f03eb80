// wrong: a fetch that fails never gives its place back -> deadlock
// hint /^(?!.*finally).*\.Release\(\)/: A fetch that fails jumps over the `Release`, and its place is gone. What has to happen on every way out goes into a `finally`.
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
                var page = await fetch(address, cancel);
                places.Release();
                return new(address, page, null);
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
