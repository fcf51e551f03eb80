// hostile: an async stream that never ends -> The loop at Kata.cs:11 had not ended after 5,000 steps
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
