// wrong: reports the fetches that were told to stop as failures, too -> the caller hears what failed, not who was told to stop
namespace Katas.AsyncGather;

public static class Gather
{
    public static async Task<string[]> All(
        string[] addresses, Func<string, CancellationToken, Task<string>> fetch)
    {
        using var stop = new CancellationTokenSource();
        var pages = new string[addresses.Length];
        var errors = new Exception?[addresses.Length];
        await Task.WhenAll(addresses.Select(async (address, i) =>
        {
            try
            {
                pages[i] = await fetch(address, stop.Token);
            }
            catch (Exception e)
            {
                errors[i] = e;
                stop.Cancel();
            }
        }));
        var failed = errors.OfType<Exception>().ToList();
        if (failed.Count == 0) return pages;
        if (failed.All(e => e is OperationCanceledException)) throw failed[0];
        throw new AggregateException(failed);
    }
}
