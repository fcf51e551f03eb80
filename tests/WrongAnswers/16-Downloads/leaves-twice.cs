// wrong: leaves the gate where the page fails, and again on the way out -> after a failure more were under way
// hint /catch[^{}]*\{[^{}]*\.Release\(\)[^{}]*\} finally \{[^{}]*\.Release\(\)/: When a fetch fails, the `catch` releases the place, and the `finally` once more.
namespace Katas.Downloads;

public static class Downloader
{
    static readonly HttpClient client = new();

    public static async Task<Download[]> All(
        string[] addresses, int atOnce,
        Func<string, CancellationToken, Task<string>> fetch, CancellationToken cancel)
    {
        var gate = new SemaphoreSlim(atOnce);
        return await Task.WhenAll(addresses.Select(async address =>
        {
            await gate.WaitAsync(cancel);
            try
            {
                return new Download(address, await fetch(address, cancel), null);
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                gate.Release();
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
