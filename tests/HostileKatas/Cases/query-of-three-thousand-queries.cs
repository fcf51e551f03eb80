// hostile: a query that is nested 3,000 deep -> A query at Kata.cs:7 is built on 250 others, one on the other
public static class Kata
{
    public static void Run()
    {
        IEnumerable<int> query = [1, 2, 3];
        for (var i = 0; i < 3_000; i++) query = query.Select(n => n + 1);
        Console.WriteLine(query.Sum());
    }
}
