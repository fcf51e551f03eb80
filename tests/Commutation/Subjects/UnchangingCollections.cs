using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Commutation.Subjects;

static class UnchangingCollections
{
    public static IReadOnlyList<Subject> List { get; } =
    [
        new(typeof(ImmutableArray<int>), "ImmutableArray<int>.Empty", "[3, 1]"),
        new(typeof(ImmutableList<int>), "[]", "[3, 1]"),
        new(typeof(ImmutableDictionary<int, string>), "ImmutableDictionary<int, string>.Empty",
            "ImmutableDictionary<int, string>.Empty.Add(1, \"a\")"),
        new(typeof(ImmutableSortedSet<int>), "[]", "[3, 1]"),
        new(typeof(ImmutableQueue<int>), "[]", "[3, 1]"),
        new(typeof(ImmutableArray<int>.Builder), "ImmutableArray.CreateBuilder<int>()",
            "ImmutableArray.Create(3, 1).ToBuilder()"),
        new(typeof(ImmutableList<int>.Builder), "ImmutableList.CreateBuilder<int>()",
            "ImmutableList.Create(3, 1).ToBuilder()"),
        new(typeof(ImmutableDictionary<int, string>.Builder),
            "ImmutableDictionary.CreateBuilder<int, string>()",
            "ImmutableDictionary<int, string>.Empty.Add(1, \"a\").ToBuilder()"),
        new(typeof(ImmutableHashSet<int>.Builder), "ImmutableHashSet.CreateBuilder<int>()",
            "ImmutableHashSet.Create(3, 1).ToBuilder()"),
        new(typeof(ImmutableSortedDictionary<int, string>.Builder),
            "ImmutableSortedDictionary.CreateBuilder<int, string>()",
            "ImmutableSortedDictionary<int, string>.Empty.Add(1, \"a\").ToBuilder()"),
        new(typeof(FrozenDictionary<int, string>), "FrozenDictionary<int, string>.Empty",
            "new Dictionary<int, string> { [1] = \"a\" }.ToFrozenDictionary()"),
        new(typeof(FrozenSet<int>), "FrozenSet<int>.Empty", "new[] { 3, 1 }.ToFrozenSet()"),
    ];
}
