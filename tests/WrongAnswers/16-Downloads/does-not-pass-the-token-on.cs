// wrong: who is at the gate hears of the cancellation, who is under way does not -> deadlock
// hint /fetch\(\w+(?:\[\w+\])?, (?:CancellationToken\.None|default)/: What is under way doesn't hear of the cancellation: give the fetch the caller's token.
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
                return new(address, await fetch(address, CancellationToken.None), null);
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
        client.GetStringAsync(address, cancel);
}
