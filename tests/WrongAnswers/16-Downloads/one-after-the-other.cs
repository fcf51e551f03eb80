// wrong: one request after another, though all else is right -> deadlock
// hint /foreach \(var (\w+) in addresses\) (?:\{ )?\w+\.Add\(await/: Each is awaited before the next begins. Begin all of them, and let each wait for a place.
namespace Katas.Downloads;

public static class Downloader
{
    public static async Task<Download[]> All(
        string[] addresses, int atOnce,
        Func<string, CancellationToken, Task<string>> fetch, CancellationToken cancel)
    {
        var downloads = new List<Download>();
        foreach (var address in addresses)
            downloads.Add(await One(address));
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
