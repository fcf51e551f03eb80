// hostile: a parallel loop over a sequence without end -> Kata.cs
public static class Kata
{
    public static void Run() => Parallel.ForEach(Endless(), _ => { });

    static IEnumerable<int> Endless()
    {
        while (true) yield return 1;
    }
}
