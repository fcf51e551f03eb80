// wrong: a task of the pool for each page, whose thread then stands at the gate -> thread-pool starvation
// hint /Task\.Run\([^;]*\.Wait\(/: `Wait` keeps a thread of the pool at the gate, one for each page. Await `WaitAsync`, which keeps none.
namespace Katas.Downloads;

public static class Downloader
{
    static readonly HttpClient client = new();

    public static async Task<Download[]> All(
        string[] addresses, int atOnce,
        Func<string, CancellationToken, Task<string>> fetch, CancellationToken cancel)
    {
        var places = new SemaphoreSlim(atOnce);
        return await Task.WhenAll(addresses.Select(address => Task.Run(() =>
        {
            places.Wait(cancel);
            try
            {
                return new Download(address, fetch(address, cancel).Result, null);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                return new Download(address, null, failure);
            }
            finally
            {
                places.Release();
            }
        })));
    }

    public static Task<string> Fetch(string address, CancellationToken cancel) =>
        client.GetStringAsync(address, cancel);
}
