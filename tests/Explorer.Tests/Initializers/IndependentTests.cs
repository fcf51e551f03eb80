using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Initializers;

/// <summary>
/// An initializer that touches only what is its own multiplies no interleavings: no thread can tell
/// when it ran, or on which thread.
/// </summary>
public class IndependentTests
{
    private static class Constants
    {
        internal static readonly object Gate = new();
        internal static readonly List<int> Items = [1, 2, 3];
        internal static readonly Dictionary<string, int> Prices = new() { ["tea"] = 2 };
        internal static readonly string[] Names = ["a", "b"];
        internal static int Sum;

        static Constants()
        {
            lock (Gate)
            {
                foreach (var item in Items) Sum += item;
            }
            Interlocked.Increment(ref Sum);
        }
    }

    private sealed class Node(int value, Node? next)
    {
        internal readonly Node? Next = next;
        internal int Value = value;
        internal int[] Path = [value];
    }

    private static class Chain
    {
        internal static readonly Node Head = Of(3)!;

        private static Node? Of(int length) =>
            length == 0 ? null : new(length, Of(length - 1)) { Value = length * 2 };
    }

    private static class Doubled
    {
        internal static readonly int Length = Constants.Names.Length * 2;
    }

    private static class Table
    {
        internal static readonly string[] Words =
            [.. Enumerable.Range(0, 2000).Select(i => $"{i}")];

        internal static readonly HashSet<string> Known = new(Words);
    }

    private static class Effect
    {
        internal static int Runs;

        internal static readonly int Run = Counted.Next();

        static Effect()
        {
        }
    }

    private static class Counted
    {
        private static int s_last;

        internal static int Next() => Interlocked.Increment(ref s_last);
    }

    [Test]
    public void First_uses_by_two_threads_are_one_interleaving()
    {
        Traces(() => Threads.Run(
            () => (Constants.Prices["tea"] + Constants.Sum + Chain.Head.Value).ShouldBe(15),
            () => (Doubled.Length + Chain.Head.Next!.Path[0] + Constants.Items[2]).ShouldBe(9),
            () => Table.Known.Count.ShouldBe(2000))).ShouldBe(1);
    }

    /// <summary>Each of the two may be the one that runs it.</summary>
    [Test]
    public void First_uses_of_a_type_whose_initializer_has_an_effect_are_two()
    {
        Traces(() => Threads.Run(2, _ => Effect.Run.ShouldBe(1))).ShouldBe(2);
        // The others only look.
        Traces(() => Threads.Run(4, _ => Effect.Run.ShouldBe(1))).ShouldBe(4);
    }

    [Test]
    public void Threads_started_after_the_first_use_add_none()
    {
        Traces(() =>
        {
            Effect.Run.ShouldBe(1);
            Threads.Run(3, _ => Effect.Run.ShouldBe(1));
        }).ShouldBe(1);
    }

    private static long Traces(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Redundant.ShouldBe(0);
        return verdict.Executions;
    }
}
