// wrong: asks each task for its exception, also those that were cancelled and have none -> the caller hears what failed
// hint /^(?!.*IsFaulted\)\.Select).*\.Select\(\w+ => \w+\.Exception/: A task that was cancelled has no exception. Ask only those for it that have failed: `IsFaulted`.
namespace Katas.AsyncGather;

public static class Gather
{
    public static async Task<string[]> All(
        string[] addresses, Func<string, CancellationToken, Task<string>> fetch)
    {
        using var stop = new CancellationTokenSource();
        var fetches = addresses.Select(One).ToArray();
        try
        {
            return await Task.WhenAll(fetches);
        }
        catch
        {
            throw new AggregateException(fetches.Select(f => f.Exception!));
        }

        async Task<string> One(string address)
        {
            try
            {
                return await fetch(address, stop.Token);
            }
            catch
            {
                stop.Cancel();
                throw;
            }
        }
    }
}
