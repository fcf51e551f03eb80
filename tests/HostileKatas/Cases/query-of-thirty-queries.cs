// harmless: a query that is nested 30 deep -> Proved
public static class Kata
{
    public static void Run()
    {
        IEnumerable<int> query = [1, 2, 3];
        for (var i = 0; i < 30; i++) query = query.Where(n => n > 0);
        if (query.Sum() != 6) throw new InvalidOperationException();
    }
}
