// wrong: a fetch that is cancelled tells nobody -> deadlock
// hint /catch \(Exception \w+\) when \(\w+ is not OperationCanceledException\) \{ \w+\.Cancel/: A fetch that is cancelled has not brought its page either: tell the others to stop then, too.
namespace Katas.AsyncGather;

public static class Gather
{
    public static async Task<string[]> All(
        string[] addresses, Func<string, CancellationToken, Task<string>> fetch)
    {
        using var stop = new CancellationTokenSource();
        var all = Task.WhenAll(addresses.Select(One).ToArray());
        try
        {
            return await all;
        }
        catch when (all.IsFaulted)
        {
            throw all.Exception!;
        }

        async Task<string> One(string address)
        {
            try
            {
                return await fetch(address, stop.Token);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                stop.Cancel();
                throw;
            }
        }
    }
}
