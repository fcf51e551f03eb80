// hostile: an exception in a callback of a cancellation -> AggregateException escaped from main
public static class Kata
{
    public static void Run()
    {
        using var source = new CancellationTokenSource();
        source.Token.Register(() => throw new InvalidOperationException("from a callback"));
        source.Cancel();
    }
}
