// wrong: a page that fails is an empty page -> one of the failures
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
                return "";
            }
        }
    }
}
