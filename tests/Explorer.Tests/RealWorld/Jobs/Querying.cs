// uses: System.Linq, System.Collections, System.Collections.Immutable
using System.Collections.Immutable;

public static class Job
{
    public static string Run()
    {
        var numbers = Enumerable.Range(0, 1000).Select(i => i * 7919 % 1009).ToList();
        var groups = numbers.GroupBy(n => n % 10).OrderByDescending(g => g.Sum()).ThenBy(g => g.Key)
            .Select(g => $"{g.Key}:{g.Count()}:{g.Average():F2}");
        var joined = from a in numbers.Take(50) join b in numbers.Skip(500) on a % 97 equals b % 97
            orderby a, b select a * b;
        var sorted = new SortedDictionary<int, string>(numbers.Distinct().ToDictionary(n => n, n => $"{n}"));
        var set = new SortedSet<int>(numbers);
        set.ExceptWith(numbers.Where(n => n % 3 == 0));
        var list = new LinkedList<int>(set.Reverse());
        var queue = new PriorityQueue<int, int>(numbers.Select(n => (n, -n)));
        var tree = numbers.Aggregate(ImmutableSortedDictionary<int, int>.Empty, (t, n) => t.SetItem(n % 100, n));
        var immutable = ImmutableList.CreateRange(numbers).Sort().RemoveRange(3, 900).Insert(1, -1);
        var hash = ImmutableHashSet.CreateRange(numbers).Intersect(Enumerable.Range(10, 20));
        return $"{string.Join(' ', groups)} {joined.Sum()} {sorted.Keys.Last()} {set.Count} {set.Max} "
            + $"{list.First!.Next!.Value} {queue.Dequeue()} {string.Join(' ', tree.Take(3))} "
            + $"{string.Join(' ', immutable.Take(9))} {hash.Order().Sum()} {numbers.Chunk(7).Last().Length}";
    }
}
