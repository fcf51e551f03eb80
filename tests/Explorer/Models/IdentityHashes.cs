using System.Collections.Concurrent;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// The hash codes by which objects are told apart. Which of two objects has the smaller one, or whether they
/// have the same, is explored: one order after the other. The codes themselves are others in each
/// execution, so a program that does more than compare them is told that it depends on chance.
/// </summary>
internal static class IdentityHashes
{
    /// <summary>Four objects would have 75 orders.</summary>
    private const int MostObjects = 3;

    /// <summary>Bits below those that decide the order.</summary>
    private const int LowBits = 24;

    /// <summary>For each number of objects, their ranks in each order; equal ranks are equal codes.</summary>
    private static readonly int[][][] Orders = [.. Enumerable.Range(0, MostObjects + 1).Select(All)];

    private static readonly ConcurrentDictionary<Type, bool> HasNone = new();

    /// <summary>Whether the object has no hash code of its own.</summary>
    internal static bool Has(object? it) => it is not null && HasNone.GetOrAdd(it.GetType(), static type =>
        type.GetMethod(nameof(GetHashCode), Type.EmptyTypes)?.DeclaringType == typeof(object));

    /// <summary>In how many orders the codes of so many objects can be.</summary>
    internal static int CountOf(int objects) => Orders[Math.Min(objects, MostObjects)].Length;

    /// <returns>Null where it is left to chance.</returns>
    internal static int? Of(Operation operation, object it)
    {
        var execution = operation.Execution;
        if (operation.Trial is not null) return null;
        var name = execution.Memory.NameOf(it, operation);
        var hashed = execution.Insight.Hashed;
        var index = hashed.IndexOf(name);
        if (index < 0)
        {
            if (hashed.Count == MostObjects) return null;
            throw execution.Learns(insight => insight.Hashed.Add(name));
        }
        var rank = Orders[hashed.Count][execution.HashOrder][index];
        var low = HashCode(execution.Number, execution.Salt, rank) & (1 << LowBits) - 1;
        return rank + 1 << LowBits | low;
    }

    /// <summary>Mixes the bits; .NET's own differs from process to process.</summary>
    private static int HashCode(int one, int two, int three)
    {
        var mixed = 2166136261u;
        foreach (var part in (ReadOnlySpan<int>)[one, two, three])
        {
            mixed = unchecked((mixed ^ (uint)part) * 0x85EBCA6B);
            mixed ^= mixed >> 13;
        }
        return unchecked((int)mixed);
    }

    /// <summary>First the order in which they were met.</summary>
    private static int[][] All(int objects)
    {
        int[][] found = [[]];
        for (var i = 0; i < objects; i++)
            found = [.. found.SelectMany(ranks => Enumerable.Range(0, objects).Select(r => (int[])[.. ranks, r]))];
        return [.. found
            .Where(ranks => ranks.Length == 0 || ranks.Distinct().Count() == ranks.Max() + 1)
            .OrderByDescending(ranks => ranks.Distinct().Count())];
    }
}
