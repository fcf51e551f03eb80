// wrong: the source of the token is static: a call that fails stops all later ones -> OperationCanceledException
// hint /static readonly CancellationTokenSource/: A static source outlives the call: once it is cancelled, it stops all later calls.
namespace Katas.AsyncGather;

public static class Gather
{
    static readonly CancellationTokenSource source = new();

    public static async Task<string[]> All(
        string[] addresses, Func<string, CancellationToken, Task<string>> fetch)
    {
        var pages = Task.WhenAll(addresses.Select(Page).ToArray());
        try
        {
            return await pages;
        }
        catch when (pages.Exception is not null)
        {
            throw pages.Exception;
        }

        async Task<string> Page(string address)
        {
            try
            {
                return await fetch(address, source.Token);
            }
            catch
            {
                await source.CancelAsync();
                throw;
            }
        }
    }
}
