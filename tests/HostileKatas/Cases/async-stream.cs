// hostile: an async stream that never ends -> had not ended after
public static class Kata
{
    public static async Task Run()
    {
        await foreach (var number in Endless()) Console.Out.Flush();
    }

    static async IAsyncEnumerable<int> Endless()
    {
        while (true)
        {
            await Task.Yield();
            yield return 1;
        }
    }
}
