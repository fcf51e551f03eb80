using System.Collections;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>
/// A library call that calls the program back uses its objects again after each callback; an
/// enumeration reads its collection at each step.
/// </summary>
public class CallbackTests
{
    private static readonly string[] Known = ["a", "b"];

    /// <summary>Compares as usual, and tells the other thread that it has been asked.</summary>
    private sealed class Telling(ManualResetEventSlim told) : IEqualityComparer<string>, IComparer<string>
    {
        public bool Equals(string? x, string? y) => x == y;

        public int GetHashCode(string text)
        {
            told.Set();
            return text.Length;
        }

        public int Compare(string? x, string? y)
        {
            told.Set();
            return string.CompareOrdinal(x, y);
        }
    }

    private sealed class Label(string text, ManualResetEventSlim told)
    {
        private string Text => text;

        public override bool Equals(object? other) => other is Label label && label.Text == text;

        public override int GetHashCode()
        {
            told.Set();
            return text.Length;
        }
    }

    private sealed class Rank(int number, ManualResetEventSlim told) : IComparable<Rank>
    {
        private int Number => number;

        public int CompareTo(Rank? other)
        {
            told.Set();
            return number.CompareTo(other?.Number);
        }
    }

    private static IEnumerable<int> TellsAfterTheFirst(ManualResetEventSlim told)
    {
        yield return 1;
        told.Set();
        yield return 2;
    }

    private static IEnumerable<T> Through<T>(IEnumerable<T> source)
    {
        foreach (var one in source) yield return one;
    }

    private static int Count<TEnumerator>(TEnumerator steps) where TEnumerator : IEnumerator
    {
        var count = 0;
        while (steps.MoveNext()) count++;
        return count;
    }

    /// <summary>For each, a thread that changes what is being gone over.</summary>
    private static void EachStarts<T>(IEnumerable<T> sequence, Action<T> change)
    {
        var gate = new object();
        var threads = new List<Thread>();
        foreach (var one in sequence)
        {
            var thread = new Thread(() =>
            {
                lock (gate) change(one);
            });
            thread.Start();
            threads.Add(thread);
        }
        foreach (var thread in threads) thread.Join();
    }

    private static void Signalled(Action<ManualResetEventSlim> call, Action other)
    {
        using var told = new ManualResetEventSlim();
        Threads.Run(() => call(told), () =>
        {
            told.Wait();
            other();
        });
    }

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case("a foreach over a list starts threads that remove", () =>
        {
            var list = new List<string>(Known);
            var gate = new object();
            var threads = new List<Thread>();
            foreach (var one in list)
            {
                var thread = new Thread(() =>
                {
                    lock (gate) list.Remove(one);
                });
                thread.Start();
                threads.Add(thread);
            }
            foreach (var thread in threads) thread.Join();
        });
        yield return Case("over a list behind an interface", () =>
        {
            var list = new List<string>(Known);
            EachStarts(list, one => list.Remove(one));
        });
        yield return Case("over a query", () =>
        {
            var list = new List<string>(Known);
            EachStarts(list.Where(one => one.Length > 0), one => list.Remove(one));
        });
        yield return Case("over an iterator that goes over a list", () =>
        {
            var list = new List<string>(Known);
            EachStarts(Through(list), one => list.Remove(one));
        });
        yield return Case("over the keys of a dictionary", () =>
        {
            var map = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 };
            foreach (var key in map.Keys) Started(() => map[key + key] = 1).Join();
        });
        yield return Case("over a sorted dictionary", () =>
        {
            var map = new SortedDictionary<string, int> { ["a"] = 1, ["b"] = 2 };
            foreach (var pair in map) Started(() => map[pair.Key + pair.Key] = 1).Join();
        });
        yield return Case("over an array behind an interface", () =>
        {
            var array = new[] { 1, 2 };
            Thread? thread = null;
            var sum = 0;
            foreach (var one in (IEnumerable<int>)array)
            {
                sum += one;
                thread ??= Started(() => array[1] = 5);
            }
            thread!.Join();
            sum.ShouldBe(3);
        });
        yield return Case("an enumerator that is a struct goes on after the lock", () =>
        {
            var list = new List<int> { 1 };
            Threads.Run(
                () =>
                {
                    lock (list) list.Add(2);
                },
                () =>
                {
                    List<int>.Enumerator steps;
                    lock (list) steps = list.GetEnumerator();
                    while (steps.MoveNext())
                    {
                    }
                });
        });
        yield return Case("the same as a type parameter", () =>
        {
            var list = new List<int> { 1 };
            Threads.Run(
                () =>
                {
                    lock (list) list.Add(2);
                },
                () =>
                {
                    List<int>.Enumerator steps;
                    lock (list) steps = list.GetEnumerator();
                    Count(steps);
                });
        });
        yield return Case("the same in a box", () =>
        {
            var list = new List<int> { 1 };
            IEnumerator<int> steps = list.GetEnumerator();
            Threads.Run(() => list.Add(2), () => Count(steps));
        });
        yield return Case("a query starts a thread for each, and makes a list of them", () =>
        {
            var list = new List<string>(Known);
            var threads = list.Select(one => Started(() =>
            {
                lock (Known) list.Remove(one);
            })).ToList();
            foreach (var thread in threads) thread.Join();
        });
        yield return Case("WhenAll goes over a query that starts tasks", () =>
        {
            var list = new List<string>(Known);
            Task.WhenAll(list.Select(one => Task.Run(() =>
            {
                lock (Known) list.Remove(one);
            }))).Wait();
        });
        yield return Case("AddRange of an iterator", () =>
        {
            var list = new List<int>();
            Signalled(told => list.AddRange(TellsAfterTheFirst(told)), () => _ = list.Count);
        });
        yield return Case("the comparer of a dictionary", () => Signals(
            told => new Dictionary<string, int>(new Telling(told)),
            map => map["a"] = 1, map => _ = map.Count));
        yield return Case("the comparer of a sorted set", () => Signals(
            told => new SortedSet<string>(Known, new Telling(told)),
            set => set.Add("c"), set => _ = set.Count));
        yield return Case("the hash code of a key", () =>
        {
            var set = new HashSet<Label>();
            Signalled(told => set.Add(new("a", told)), () => _ = set.Count);
        });
        yield return Case("the comparison of a sort", () =>
        {
            var list = new List<int> { 2, 1 };
            Signalled(told => list.Sort((x, y) =>
            {
                told.Set();
                return x - y;
            }), () => _ = list[0]);
        });
        yield return Case("an order of the elements' own", () =>
        {
            using var told = new ManualResetEventSlim();
            var list = new List<Rank> { new(2, told), new(1, told) };
            Threads.Run(list.Sort, () =>
            {
                told.Wait();
                _ = list.Count;
            });
        });
        yield return Case("over a queue by priority", () =>
        {
            var queue = new PriorityQueue<int, int>([(1, 1), (2, 2)]);
            foreach (var (item, _) in queue.UnorderedItems)
                Started(() => queue.Enqueue(item + 2, item)).Join();
        });
        yield return Case("the predicate of RemoveAll", () =>
        {
            var list = new List<int> { 1 };
            Signalled(told => list.RemoveAll(_ =>
            {
                told.Set();
                return true;
            }), () => _ = list.Count);
        });
        yield return Case("between two callbacks, in step with the other thread", () =>
        {
            var list = new List<int> { 1, 2, 3 };
            using var changed = new ManualResetEventSlim();
            Signalled(told => list.FindIndex(one =>
            {
                if (one == 1) told.Set();
                else changed.Wait();
                return one == 3;
            }), () =>
            {
                list[0] = 7;
                changed.Set();
            });
        });
    }

    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("over a copy of the list", () =>
        {
            var list = new List<string>(Known);
            EachStarts(list.ToArray(), one => list.Remove(one));
            list.ShouldBeEmpty();
        });
        yield return Case("over a copy of a query", () =>
        {
            var list = new List<string>(Known);
            EachStarts(list.Where(one => one.Length > 0).ToList(), one => list.Remove(one));
            list.ShouldBeEmpty();
        });
        yield return Case("two threads that only read", () =>
        {
            var list = new List<string>(Known);
            var lengths = 0;
            Threads.Run(2, _ =>
            {
                foreach (var one in list) Interlocked.Add(ref lengths, one.Length);
            });
            lengths.ShouldBe(4);
        });
        yield return Case("the loop under the lock", () =>
        {
            var list = new List<string>(Known);
            var lengths = 0;
            Threads.Run(
                () =>
                {
                    lock (list)
                        foreach (var one in list) lengths += one.Length;
                },
                () =>
                {
                    lock (list) list.Add("c");
                });
            lengths.ShouldBeInRange(2, 3);
        });
        yield return Case("elements of an array that have been gone over", () =>
        {
            var array = new[] { 1, 2 };
            Thread? thread = null;
            var sum = 0;
            foreach (var one in (IEnumerable<int>)array)
            {
                sum += one;
                if (one == 2) thread = Started(() => array[1] = 5);
            }
            thread!.Join();
            sum.ShouldBe(3);
        });
        yield return Case("a query starts threads that share something else", () =>
        {
            var list = new List<string>(Known);
            var lengths = 0;
            var threads = list.Select(one => Started(() => Interlocked.Add(ref lengths, one.Length)))
                .ToList();
            foreach (var thread in threads) thread.Join();
            lengths.ShouldBe(2);
        });
        yield return Case("a comparer under the lock", () =>
        {
            using var told = new ManualResetEventSlim();
            var map = new Dictionary<string, int>(new Telling(told));
            var seen = 0;
            Threads.Run(
                () =>
                {
                    lock (map) map["a"] = 1;
                },
                () =>
                {
                    told.Wait();
                    lock (map) seen = map.Count;
                });
            seen.ShouldBe(1);
        });
        yield return Case("a list is made of an iterator, and published afterwards", () =>
        {
            var count = 0;
            using var told = new ManualResetEventSlim();
            Threads.Run(() => count += new List<int>(TellsAfterTheFirst(told)).Count, () => told.Wait());
            count.ShouldBe(2);
        });
        yield return Case("a call that an exception has ended uses nothing any more", () =>
        {
            var list = new List<string>(Known);
            using var over = new ManualResetEventSlim();
            using var added = new ManualResetEventSlim();
            Threads.Run(
                () =>
                {
                    try
                    {
                        list.ForEach(_ => throw new FormatException());
                    }
                    catch (FormatException)
                    {
                    }
                    over.Set();
                    WaitFor(added);
                },
                () =>
                {
                    over.Wait();
                    list.Add("c");
                    added.Set();
                });
            list.Count.ShouldBe(3);
        });
    }

    private static void WaitFor(ManualResetEventSlim set)
    {
        set.Wait();
        Nothing();
    }

    private static void Nothing() => _ = new object();

    private static Thread Started(Action body)
    {
        var thread = new Thread(() => body());
        thread.Start();
        return thread;
    }

    private static void Signals<T>(
        Func<ManualResetEventSlim, T> make, Action<T> change, Action<T> look)
    {
        using var made = new ManualResetEventSlim();
        var it = make(made);
        made.Reset();
        Threads.Run(() => change(it), () =>
        {
            made.Wait();
            look(it);
        });
    }

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetName(name);

    [TestCaseSource(nameof(Wrong))]
    public void A_change_between_two_steps_is_found(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
        verdict.Failure.ShouldNotBeNull().Kind.ShouldBeOneOf(FailureKind.DataRace, FailureKind.Exception,
            FailureKind.Assertion, FailureKind.Unobserved);
    }

    [TestCaseSource(nameof(Right))]
    public void Where_nothing_changes_between_the_steps_it_is_proved(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }
}
