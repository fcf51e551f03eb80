// wrong: a page that takes too long counts as if the caller had cancelled -> TaskCanceledException
// hint /catch \(Exception \w+\) when \(\w+ is not OperationCanceledException\) \{|catch \(OperationCanceledException\) \{ throw/: A request whose time is up throws an `OperationCanceledException`, too. Ask the token whether the caller has cancelled.
namespace Katas.Downloads;

public static class Downloader
{
    static readonly HttpClient client = new();

    public static async Task<Download[]> All(
        string[] addresses, int atOnce,
        Func<string, CancellationToken, Task<string>> fetch, CancellationToken cancel)
    {
        using var gate = new SemaphoreSlim(atOnce);
        return await Task.WhenAll(addresses.Select(async address =>
        {
            await gate.WaitAsync(cancel);
            try
            {
                return new Download(address, await fetch(address, cancel), null);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return new Download(address, null, e);
            }
            finally
            {
                gate.Release();
            }
        }).ToArray());
    }

    public static Task<string> Fetch(string address, CancellationToken cancel) =>
        client.GetStringAsync(address, cancel);
}
