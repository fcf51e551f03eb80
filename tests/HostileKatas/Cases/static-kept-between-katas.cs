// harmless: a static is fresh each time -> Proved
public static class Kata
{
    static readonly List<int> seen = [];

    public static void Run()
    {
        seen.Add(1);
        if (seen.Count != 1) throw new InvalidOperationException($"{seen.Count} are left");
    }
}
