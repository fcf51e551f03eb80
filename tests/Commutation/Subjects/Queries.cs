using System.Collections;

namespace Commutation.Subjects;

/// <summary>Queries, which look into a list when they are enumerated, beside that list.</summary>
static class Queries
{
    static Subject Over(string text, Type type) =>
        new(typeof(List<int>), "new()", "new() { 3, 1, 2 }") { View = new(type, text) };

    public static IReadOnlyList<Subject> List { get; } =
    [
        Over("x.Where(i => i > 1)", typeof(IEnumerable<int>)) with
        { Extra = ["v.Count()", "v.ToList()", "v.First()", "v.Any()", "v.Sum()", "v.Contains(3)"] },
        Over("x.Select(i => i + 1)", typeof(IEnumerable<int>)) with
        { Extra = ["v.Count()", "v.ToArray()", "v.Last()", "v.Max()", "v.ElementAtOrDefault(1)"] },
        Over("x.OrderBy(i => i)", typeof(IOrderedEnumerable<int>)) with
        { Extra = ["v.Count()", "v.ToArray()", "v.First()", "v.ThenBy(i => -i).ToArray()"] },
        Over("x.Skip(1)", typeof(IEnumerable<int>)) with
        { Extra = ["v.Count()", "v.ToArray()", "v.FirstOrDefault()", "v.Take(1).ToArray()"] },
        Over("x.Distinct()", typeof(IEnumerable<int>)) with
        { Extra = ["v.Count()", "v.ToHashSet()", "v.SequenceEqual([3])"] },
        Over("x.Cast<int>()", typeof(IEnumerable<int>)) with
        { Extra = ["v.Count()", "v.ToList()", "v.Min()"] },
        Over("x.AsEnumerable().Reverse()", typeof(IEnumerable<int>)) with
        { Extra = ["v.Count()", "v.ToList()", "v.Aggregate(0, (a, b) => a - b)"] },
        Over("x.GroupBy(i => i % 2)", typeof(IEnumerable<IGrouping<int, int>>)) with
        { Extra = ["v.Count()", "v.ToList()", "v.First().Key"] },
        Over("x.AsQueryable()", typeof(IQueryable<int>)) with
        { Extra = ["v.Count()", "v.Where(i => i > 1).ToList()"] },
        new(typeof(ILookup<int, int>), "new int[0].ToLookup(i => i)",
            "new[] { 1, 2, 3 }.ToLookup(i => i % 2)"),
        new(typeof(IEnumerator<int>), "new List<int>().Where(i => i > 1).GetEnumerator()",
            "new[] { 3, 1, 2 }.Select(i => i + 1).GetEnumerator()"),
        new(typeof(IEnumerator), "new ArrayList().GetEnumerator()",
            "new ArrayList { 3, 1 }.GetEnumerator()"),
    ];
}
