namespace Katas.AsyncGather;

public static class Gather
{
    /// <summary>The page at each address, in the order of the addresses.</summary>
    /// <param name="fetch">Fetches one; it gives up when its token is cancelled.</param>
    public static async Task<string[]> All(
        string[] addresses, Func<string, CancellationToken, Task<string>> fetch)
    {
        var pages = new string[addresses.Length];
        for (var i = 0; i < addresses.Length; i++)
            pages[i] = await fetch(addresses[i], CancellationToken.None);
        return pages;
    }
}
