using System.Runtime.CompilerServices;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Variables;

/// <summary>
/// A struct lives in a variable: whoever replaces it writes its read-only fields, too. In a box it
/// lives in the box, which methods called through an interface may change.
/// </summary>
public class StructVariableTests
{
    private readonly record struct Point(int X, int Y);

    private readonly struct Range(int from, int to)
    {
        internal readonly int From = from;
        internal readonly int To = to;

        internal int Length => To - From;
    }

    private struct Version
    {
        internal readonly int Major;

        internal Version(int major, int minor) => (Major, Minor) = (major, minor);

        internal int Minor { get; }

        internal int Patch { get; init; }
    }

    private readonly record struct Line(Point Start, Point End);

    private sealed class Drawing
    {
        internal readonly Point Origin = new(1, 2);
        internal Point Cursor;
        internal Version Version;
        internal Line Line;
    }

    private static class Screen
    {
        internal static readonly Range Width = new(0, 80);
        internal static Range Visible;
    }

    private ref struct Tally
    {
        internal static int Count;
    }

    private static IEnumerable<TestCaseData> Replaced()
    {
        yield return Case("a record in a captured local", () =>
        {
            Point point = new(0, 0);
            var sum = 0;
            Threads.Run(() => sum = point.X + point.Y, () => point = new(1, 1));
            sum.ShouldBe(0);
        });
        yield return Case("a record in a field", () =>
        {
            var drawing = new Drawing();
            var y = 0;
            Threads.Run(() => y = drawing.Cursor.Y, () => drawing.Cursor = new(1, 1));
            y.ShouldBe(0);
        });
        yield return Case("a record within another", () =>
        {
            var drawing = new Drawing();
            var x = 0;
            Threads.Run(
                () => x = drawing.Line.End.X, () => drawing.Line = new(default, new(1, 1)));
            x.ShouldBe(0);
        });
        yield return Case("a get-only property", () =>
        {
            var drawing = new Drawing();
            var minor = 0;
            Threads.Run(() => minor = drawing.Version.Minor, () => drawing.Version = new(1, 1));
            minor.ShouldBe(0);
        });
        yield return Case("an init property", () =>
        {
            var drawing = new Drawing();
            var patch = 0;
            Threads.Run(
                () => patch = drawing.Version.Patch, () => drawing.Version = new() { Patch = 1 });
            patch.ShouldBe(0);
        });
        yield return Case("an element", () =>
        {
            var ranges = new Range[2];
            var length = 0;
            Threads.Run(() => length = ranges[1].Length, () => ranges[1] = new(0, 1));
            length.ShouldBe(0);
        });
        yield return Case("a static", () =>
        {
            var to = 0;
            Threads.Run(() => to = Screen.Visible.To, () => Screen.Visible = new(0, 1));
            to.ShouldBe(0);
        });
        yield return Case("a parameter that is read-only", () =>
        {
            Range range = default;
            var length = 0;
            Threads.Run(() => length = LengthOf(in range), () => range = new(0, 1));
            length.ShouldBe(0);
        });
        yield return Case("an equality", () =>
        {
            Point point = default;
            var equal = true;
            Threads.Run(() => equal = point == default, () => point = new(1, 1));
            equal.ShouldBeTrue();
        });
        yield return Case("a static of a ref struct", () =>
        {
            Threads.Run(() => Tally.Count++, () => Tally.Count++);
            Tally.Count.ShouldBe(2);
        });
        yield return Case("a read-only field of a class, by Unsafe.AsRef", () =>
        {
            var latch = new Latch();
            var seen = 0;
            Threads.Run(() => seen = latch.Ends, () => Unsafe.AsRef(in latch.Ends) = 1);
            seen.ShouldBe(0);
        });
    }

    private static IEnumerable<TestCaseData> Kept()
    {
        yield return Case("under a lock", () =>
        {
            var drawing = new Drawing();
            int x = 0, y = 0;
            Threads.Run(
                () => { lock (drawing) (x, y) = (drawing.Cursor.X, drawing.Cursor.Y); },
                () => { lock (drawing) drawing.Cursor = new(1, 1); });
            x.ShouldBe(y);
        });
        yield return Case("in a read-only field of a class", () =>
        {
            var drawing = new Drawing();
            int x = 0, y = 0;
            Threads.Run(() => x = drawing.Origin.X, () => y = drawing.Origin.Y);
            (x + y).ShouldBe(3);
        });
        yield return Case("in a static that is read-only", () =>
        {
            int from = 1, length = 0;
            Threads.Run(() => from = Screen.Width.From, () => length = Screen.Width.Length);
            (from, length).ShouldBe((0, 80));
        });
        yield return Case("another element", () =>
        {
            var ranges = new Range[2];
            var length = 0;
            Threads.Run(() => length = ranges[0].Length, () => ranges[1] = new(0, 1));
            length.ShouldBe(0);
        });
    }

    private interface ICounter
    {
        int Count { get; }

        void Increment();
    }

    private struct Counter : ICounter, IComparable<Counter>, IDisposable
    {
        internal int Value;

        public readonly int Count => Value;

        public void Increment() => Value++;

        public void IncrementAtomically() => Interlocked.Increment(ref Value);

        public void Dispose() => Value = -1;

        public readonly int CompareTo(Counter other) => Value.CompareTo(other.Value);

        public override readonly string ToString() => $"{Value} so far";
    }

    private static IEnumerable<TestCaseData> ChangedInTheBox()
    {
        yield return Case("two increments", () =>
        {
            ICounter counter = new Counter();
            Threads.Run(counter.Increment, counter.Increment);
        });
        yield return Case("a read by the interface", () =>
        {
            ICounter counter = new Counter();
            var seen = 0;
            Threads.Run(() => seen = counter.Count, counter.Increment);
            seen.ShouldBe(0);
        });
        yield return Case("a copy out of the box", () =>
        {
            object counter = new Counter();
            var seen = 0;
            Threads.Run(() => seen = ((Counter)counter).Value, ((ICounter)counter).Increment);
            seen.ShouldBe(0);
        });
        yield return Case("its text", () =>
        {
            object counter = new Counter();
            var text = "";
            Threads.Run(() => text = $"{counter}", ((ICounter)counter).Increment);
            text.ShouldBe("0 so far");
        });
        yield return Case("its end", () =>
        {
            ICounter counter = new Counter();
            var seen = 0;
            Threads.Run(() => seen = counter.Count, ((IDisposable)counter).Dispose);
            seen.ShouldBe(0);
        });
        yield return Case("a delegate of its method that two threads call", () =>
        {
            var counter = new Counter();
            Action increment = counter.Increment;
            Threads.Run(() => increment(), () => increment());
        });
    }

    private static IEnumerable<TestCaseData> Boxed()
    {
        yield return Case("each thread has its own box", () =>
        {
            var counter = new Counter();
            Threads.Run(counter.Increment, counter.Increment);
            counter.Value.ShouldBe(0);
        });
        yield return Case("under a lock", () =>
        {
            ICounter counter = new Counter();
            Threads.Run(2, _ => { lock (counter) counter.Increment(); });
            counter.Count.ShouldBe(2);
        });
        yield return Case("by an atomic increment", () =>
        {
            var counter = new Counter();
            Action increment = counter.IncrementAtomically;
            Threads.Run(() => increment(), () => increment());
        });
        yield return Case("its text", () =>
        {
            var texts = new string[2];
            object counter = new Counter();
            Threads.Run(2, i => texts[i] = string.Format("{0}", counter));
            texts[0].ShouldBe(texts[1]);
        });
        yield return Case("in a list that is sorted", () =>
        {
            var first = 0;
            Threads.Run(
                () =>
                {
                    List<Counter> counters = [new() { Value = 2 }, new() { Value = 1 }];
                    counters.Sort();
                    first = counters[0].Value;
                },
                () => { });
            first.ShouldBe(1);
        });
        yield return Case("as a key", () =>
        {
            var found = 0;
            Threads.Run(
                () => found = new Dictionary<Point, int> { [new(1, 2)] = 3 }[new(1, 2)], () => { });
            found.ShouldBe(3);
        });
    }

    private struct Gate
    {
        internal volatile int Open;
    }

    private sealed class Latch
    {
        internal readonly int Ends;
        internal Gate State;
        internal int Data;
    }

    [Test]
    public void A_volatile_field_of_a_struct_publishes()
    {
        var verdict = Explorer.Explore(() =>
        {
            var latch = new Latch();
            var seen = 1;
            Threads.Run(
                () =>
                {
                    if (latch.State.Open == 1) seen = latch.Data;
                },
                () =>
                {
                    latch.Data = 1;
                    latch.State.Open = 1;
                });
            seen.ShouldBe(1);
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_volatile_field_of_a_struct_does_not_publish_what_comes_after_it()
    {
        var verdict = Explorer.Explore(() =>
        {
            var latch = new Latch();
            var seen = 1;
            Threads.Run(
                () =>
                {
                    if (latch.State.Open == 1) seen = latch.Data;
                },
                () =>
                {
                    latch.State.Open = 1;
                    latch.Data = 1;
                });
            seen.ShouldBe(1);
        });

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
    }

    [TestCaseSource(nameof(Replaced))]
    [TestCaseSource(nameof(ChangedInTheBox))]
    public void A_struct_that_changes_while_it_is_read_is_a_race(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
    }

    [TestCaseSource(nameof(Kept))]
    [TestCaseSource(nameof(Boxed))]
    public void A_struct_that_no_other_thread_changes_is_proved(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static int LengthOf(in Range range) => range.Length;

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
