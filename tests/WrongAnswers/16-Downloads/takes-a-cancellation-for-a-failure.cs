// wrong: a cancelled fetch is one more failure, and the caller thinks that all is done -> never heard of the cancellation
// hint /catch \(Exception \w+\) \{/: This `catch` takes the cancellation of the caller for one more failure. A `when` can leave it alone.
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
            try
            {
                await places.WaitAsync(cancel);
            }
            catch (OperationCanceledException failure)
            {
                return new(address, null, failure);
            }
            try
            {
                return new(address, await fetch(address, cancel), null);
            }
            catch (Exception failure)
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
