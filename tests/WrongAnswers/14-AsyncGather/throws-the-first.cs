// wrong: an await throws the first failure, and the others are lost -> one of the failures
// hint /return await Task\.WhenAll\(.*catch \{ stop\.Cancel\(\); throw;/: `await` throws the first failure only. The task that `WhenAll` gave has them all, as its `Exception`.
namespace Katas.AsyncGather;

public static class Gather
{
    public static async Task<string[]> All(
        string[] addresses, Func<string, CancellationToken, Task<string>> fetch)
    {
        using var stop = new CancellationTokenSource();
        return await Task.WhenAll(addresses.Select(One).ToArray());

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
