using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>Two accesses that nothing orders, wherever the variable lives.</summary>
public class DataRaceTests
{
    private sealed class Cell
    {
        public int N;
        public Pair Pair;
        public volatile int Flag;
    }

    private struct Pair
    {
        public int A;
        public int B;

        public void Set(int value) => A = value;
    }

    private sealed class Box<T>
    {
        public T V = default!;
    }

    private sealed class Names : List<string>;

    private static int s_shared;

    private static IEnumerable<TestCaseData> Racing()
    {
        yield return Case("a field", "N", () =>
        {
            var cell = new Cell();
            Threads.Run(() => cell.N = 1, () => cell.N = 2);
        });
        yield return Case("a static", "s_shared", () =>
            Threads.Run(static () => s_shared = 1, static () => s_shared = 2));
        yield return Case("an element of an array", "slots", () =>
        {
            var slots = new int[2];
            Threads.Run(() => slots[1] = 1, () => slots[1] = 2);
        });
        yield return Case("a captured local", "local", () =>
        {
            var local = 0;
            Threads.Run(() => local = 1, () => local = 2);
        });
        yield return Case("a ref parameter", "variable", () =>
        {
            var cell = new Cell();
            Threads.Run(() => Add(ref cell.N), () => Add(ref cell.N));
        });
        yield return Case("a reference to an element", "variable", () =>
        {
            var slots = new int[2];
            Threads.Run(() => Add(ref slots[1]), () => Add(ref slots[1]));
        });
        yield return Case("an element through a span", "span", () =>
        {
            var slots = new int[2];
            Threads.Run(() => SetFirst(slots), () => SetFirst(slots));
        });
        yield return Case("a struct's field inside an object", "A", () =>
        {
            var cell = new Cell();
            Threads.Run(() => cell.Pair.Set(1), () => cell.Pair.A = 2);
        });
        yield return Case("a struct, of which one thread writes a field", "B", () =>
        {
            var cell = new Cell();
            Threads.Run(() => cell.Pair = new(), () => cell.Pair.B = 2);
        });
        yield return Case("a struct in an array", "pairs", () =>
        {
            var pairs = new Pair[2];
            Threads.Run(() => pairs[1].B = 2, () => pairs[1] = new() { B = 1 });
        });
        yield return Case("a captured tuple", "pair", () =>
        {
            var pair = (A: 1, B: 2);
            Threads.Run(() => pair.B = 3, () => pair = (4, 5));
        });
        yield return Case("a field that a generic class sets to its default", "V", () =>
        {
            var box = new Box<string>();
            Threads.Run(() => box.V = "a", () => box.V = "b");
        });
        yield return Case("a list behind a type parameter", "list", () =>
        {
            var list = new List<int>();
            Threads.Run(() => AddTo(list), () => AddTo(list));
        });
        yield return Case("a list of one's own making that a library reads", "names", () =>
        {
            var names = new Names();
            Threads.Run(() => names.Add("a"), () => _ = string.Join(',', names));
        });
        yield return Case("a StringBuilder in a text", "text", () =>
        {
            var text = new System.Text.StringBuilder();
            Threads.Run(() => text.Append('a'), () => _ = $"{text}");
        });
        yield return Case("a list", "list", () =>
        {
            var list = new List<int>();
            Threads.Run(() => list.Add(1), () => list.Add(2));
        });
        yield return Case("an array that a library reads", "slots", () =>
        {
            var slots = new int[2];
            var thread = new Thread(() => slots[1] = 1);
            thread.Start();
            _ = string.Join(',', slots);
            thread.Join();
        });
        yield return Case("an array that a library fills", "slots", () =>
        {
            var slots = new int[2];
            Threads.Run(() => Array.Fill(slots, 1), () => slots[1] = 2);
        });
        yield return Case("an array that a span fills", "slots", () =>
        {
            var slots = new int[2];
            Threads.Run(() => slots.AsSpan().Fill(1), () => slots[1] = 2);
        });
        yield return Case("an array that a span is copied to", "slots", () =>
        {
            var slots = new int[2];
            Threads.Run(() => new[] { 1 }.AsSpan().CopyTo(slots.AsSpan(1)), () => slots[1] = 2);
        });
        yield return Case("a list that a query of it reads later, without the lock", "query", () =>
        {
            var list = new List<int> { 1 };
            Threads.Run(
                () =>
                {
                    IEnumerable<int> query;
                    lock (list) query = list.Where(n => n > 0).Select(n => n + 1);
                    _ = query.ToList();
                },
                () => { lock (list) list.Add(2); });
        });
        yield return Case("a dictionary whose keys are read without the lock", "keys", () =>
        {
            var ages = new Dictionary<string, int>();
            Threads.Run(
                () =>
                {
                    IEnumerable<string> keys;
                    lock (ages) keys = ages.Keys;
                    foreach (var _ in keys) { }
                },
                () => { lock (ages) ages["a"] = 1; });
        });
        yield return Case("a list behind an interface", "items", () =>
        {
            IList<int> items = new List<int>();
            Threads.Run(() => items.Add(1), () => items.Add(2));
        });
        yield return Case("a plain read beside an Interlocked write", "N", () =>
        {
            var cell = new Cell();
            Threads.Run(() => Interlocked.Increment(ref cell.N), () => _ = cell.N);
        });
        yield return Case("a Lock that one thread locks as an object", "N", () =>
        {
            var (cell, gate) = (new Cell(), new Lock());
#pragma warning disable CS9216 // It is the mistake.
            object asObject = gate;
#pragma warning restore CS9216
            Threads.Run(
                () => { lock (gate) cell.N = 1; },
                () => { Monitor.Enter(asObject); cell.N = 2; Monitor.Exit(asObject); });
        });
        yield return Case("a plain flag before its payload", "flag", () =>
        {
            var (flag, payload) = (false, 0);
            Threads.Run(() => { payload = 1; flag = true; }, () => { if (flag) _ = payload; });
        });
    }

    [TestCaseSource(nameof(Racing))]
    public void Found_though_no_assertion_fails(Action program, string variable)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Broken);
        verdict.FirstFailureAt.ShouldBe(1);
        var race = verdict.Failure!.Race!;
        verdict.Failure.Kind.ShouldBe(FailureKind.DataRace);
        race.Variable.ShouldBe(variable);
        race.FirstSite.Line.ShouldBeGreaterThan(0);
        race.SecondSite.Line.ShouldBeGreaterThan(0);
        race.FirstOperation.ShouldNotBe(race.SecondOperation);
    }

    [Test]
    public void A_volatile_payload_does_not_excuse_a_plain_flag()
    {
        var verdict = Explorer.Explore(() =>
        {
            var cell = new Cell();
            var ready = false;
            Threads.Run(
                () => { cell.Flag = 1; ready = true; },
                () => { if (ready) _ = cell.Flag; });
        });

        verdict.Failure!.Race!.Variable.ShouldBe("ready");
    }

    [Test]
    public void A_wrong_result_is_shown_rather_than_the_race_behind_it()
    {
        var verdict = Explorer.Explore(() =>
        {
            var cell = new Cell();
            Threads.Run(() => cell.N++, () => cell.N++);
            cell.N.ShouldBe(2);
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion);
        verdict.Failure.Race.ShouldNotBeNull();
        verdict.Failure.Preemptions.ShouldBe(1);
        verdict.Failure.IsSimplest.ShouldBeTrue();
        verdict.Schedule!.ToString().ShouldBe("A2 B");
    }

    private static void Add(ref int variable) => variable++;

    private static void AddTo<T>(T list) where T : ICollection<int> => list.Add(1);

    private static void SetFirst(int[] slots)
    {
        var span = slots.AsSpan();
        span[0] = 1;
    }

    private static TestCaseData Case(string name, string variable, Action program) =>
        new(program, variable) { TestName = $"On {name}" };
}
