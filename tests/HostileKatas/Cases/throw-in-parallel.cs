// hostile: exceptions in a parallel loop -> AggregateException escaped from main
public static class Kata
{
    public static void Run() =>
        Parallel.For(0, 3, i => throw new InvalidOperationException($"{i}"));
}
