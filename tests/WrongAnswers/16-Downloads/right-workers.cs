// right: so many workers, each taking the next address until there is none
namespace Katas.Downloads;

public static class Downloader
{
    public static async Task<Download[]> All(
        string[] addresses, int atOnce,
        Func<string, CancellationToken, Task<string>> fetch, CancellationToken cancel)
    {
        var downloads = new Download[addresses.Length];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Work()).ToArray());
        return downloads;

        async Task Work()
        {
            while (true)
            {
                var i = Interlocked.Increment(ref next);
                if (i >= addresses.Length) return;
                cancel.ThrowIfCancellationRequested();
                downloads[i] = await One(addresses[i]);
            }
        }

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
