// wrong: the request itself never hears of the cancellation -> Given up after
// hint /GetStringAsync\(address\)/: `All` passes the token on to `Fetch`. Does `Fetch` pass it on to the client?
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

    static readonly HttpClient client = new();

    public static Task<string> Fetch(string address, CancellationToken cancel) =>
        client.GetStringAsync(address);
}
