namespace Katas.AsyncGather;

public static class Gather
{
    /// <summary>The page at each address, in the order of the addresses.</summary>
    /// <param name="fetch">Fetches one; it gives up when its token is cancelled.</param>
    public static async Task<string[]> All(
        string[] addresses, Func<string, CancellationToken, Task<string>> fetch)
    {
        using var stop = new CancellationTokenSource();

        // First all the starts: an await in between would keep the next one from beginning.
        var fetches = new Task<string>[addresses.Length];
        for (var i = 0; i < addresses.Length; i++)
            fetches[i] = One(addresses[i]);

        // Then one await for all. It comes back when the last of them has ended, whatever became of
        // them, so nobody is left behind at work; and it puts each result where its task was.
        var all = Task.WhenAll(fetches);
        try
        {
            return await all;
        }
        catch when (all.IsFaulted)
        {
            // The await throws the first failure only. The task has kept them all.
            throw all.Exception!;
        }

        async Task<string> One(string address)
        {
            try
            {
                return await fetch(address, stop.Token);
            }
            catch
            {
                // Failed or cancelled: without this page, nobody needs the others any more.
                stop.Cancel();
                throw;
            }
        }
    }
}
