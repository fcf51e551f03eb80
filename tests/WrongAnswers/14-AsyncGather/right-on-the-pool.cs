// right: each fetch begins on a thread of the pool
namespace Katas.AsyncGather;

public static class Gather
{
    public static async Task<string[]> All(
        string[] addresses, Func<string, CancellationToken, Task<string>> fetch)
    {
        using var stop = new CancellationTokenSource();
        var fetches = addresses.Select(address => Task.Run(() => One(address))).ToArray();
        var all = Task.WhenAll(fetches);
        try
        {
            return await all;
        }
        catch when (all.IsFaulted)
        {
            throw new AggregateException(fetches.Where(f => f.IsFaulted).Select(f => f.Exception!));
        }

        async Task<string> One(string address)
        {
            var isDone = false;
            try
            {
                var page = await fetch(address, stop.Token);
                isDone = true;
                return page;
            }
            finally
            {
                if (!isDone) stop.Cancel();
            }
        }
    }
}
