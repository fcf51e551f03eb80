namespace Katas.Downloads;

public static class Downloader
{
    // One for all: it keeps its connections, and uses them again.
    static readonly HttpClient client = new();

    /// <summary>What came of each address, in the order of the addresses.</summary>
    /// <param name="atOnce">How many fetches may be under way at once, from 1.</param>
    /// <param name="fetch">Fetches a page; for real, it is Fetch.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<Download[]> All(
        string[] addresses, int atOnce,
        Func<string, CancellationToken, Task<string>> fetch, CancellationToken cancel)
    {
        // The gate of kata 07. Who waits at it by WaitAsync keeps no thread.
        using var places = new SemaphoreSlim(atOnce, atOnce);

        // They all begin, and all but a few stand at the gate.
        return await Task.WhenAll(addresses.Select(One).ToArray());

        async Task<Download> One(string address)
        {
            // With the token: who is still outside when it is cancelled never begins.
            await places.WaitAsync(cancel);
            try
            {
                return new(address, await fetch(address, cancel), null);
            }
            catch (Exception failure) when (failure is not OperationCanceledException
                || !cancel.IsCancellationRequested)
            {
                // A result like any other: the others go on.
                return new(address, null, failure);
            }
            finally
            {
                places.Release();
            }
        }
    }

    /// <summary>The page at an address, by HTTP.</summary>
    public static Task<string> Fetch(string address, CancellationToken cancel) =>
        client.GetStringAsync(address, cancel);
}
