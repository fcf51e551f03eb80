// right: not async itself: the task that waits for all is what the caller gets, with all failures
namespace Katas.AsyncGather;

public static class Gather
{
    public static Task<string[]> All(
        string[] addresses, Func<string, CancellationToken, Task<string>> fetch)
    {
        var stop = new CancellationTokenSource();
        return Task.WhenAll(addresses.Select(One).ToArray());

        async Task<string> One(string address)
        {
            try
            {
                return await fetch(address, stop.Token);
            }
            catch
            {
                await stop.CancelAsync();
                throw;
            }
        }
    }
}
