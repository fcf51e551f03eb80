using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Initializers;

/// <summary>The order in which threads first use types, where they can tell it.</summary>
public class OrderTests
{
    private static readonly object Gate = new();
    private static readonly AsyncLocal<int> Flow = new();
    private static int s_last, s_shared;

    private static class One
    {
        internal static readonly int Number = Interlocked.Increment(ref s_last);

        static One()
        {
        }
    }

    private static class Two
    {
        internal static readonly int Number = Interlocked.Increment(ref s_last);

        static Two()
        {
        }
    }

    private static class Writes
    {
        internal static readonly int[] Data;

        static Writes()
        {
            s_shared = 1;
            Data = [s_shared];
        }
    }

    private static class Guards
    {
        internal static readonly int Number;

        static Guards()
        {
            lock (Gate) Number = ++s_shared;
        }
    }

    private static class OwnThread
    {
        internal static readonly int Id = Environment.CurrentManagedThreadId;

        [ThreadStatic]
        internal static int Mine;

        static OwnThread() => Mine = 5;
    }

    private static class OwnFlow
    {
        internal static readonly int Value = Flow.Value;
    }

    private sealed class Singleton
    {
        internal static readonly Singleton Instance = new();
        internal int Hits;
    }

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case("numbers by order of first use", () =>
        {
            Threads.Run(() => _ = One.Number, () => _ = Two.Number);
            One.Number.ShouldBe(1);
        });
        yield return Case("a plain write of what another thread writes",
            () => Threads.Run(() => _ = Writes.Data, () => s_shared = 2));
        yield return Case("a plain read by a thread that does not use the type",
            () => Threads.Run(() => _ = Writes.Data, () => _ = s_shared));
        yield return Case("a lock that gives no order", () =>
        {
            Threads.Run(() => _ = Guards.Number, () => { lock (Gate) s_shared++; });
            Guards.Number.ShouldBe(1);
        });
        yield return Case("the thread that comes first", () =>
        {
            var isMine = false;
            Threads.Run(
                () => isMine = OwnThread.Id == Environment.CurrentManagedThreadId,
                () => _ = OwnThread.Id);
            isMine.ShouldBeTrue();
        });
        yield return Case("a [ThreadStatic] field of the thread that comes first", () =>
        {
            var mine = 0;
            Threads.Run(() => mine = OwnThread.Mine, () => _ = OwnThread.Mine);
            mine.ShouldBe(5);
        });
        yield return Case("the flow of the thread that comes first", () =>
        {
            Threads.Run(2, i =>
            {
                Flow.Value = i;
                _ = OwnFlow.Value;
            });
            OwnFlow.Value.ShouldBe(0);
        });
        yield return Case("a singleton that threads share",
            () => Threads.Run(2, _ => Singleton.Instance.Hits++));
    }

    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("numbers in either order", () =>
        {
            Threads.Run(() => _ = One.Number, () => _ = Two.Number);
            (One.Number + Two.Number).ShouldBe(3);
        });
        yield return Case("numbers in an order that the program gives", () =>
        {
            _ = One.Number;
            Threads.Run(() => _ = One.Number, () => _ = Two.Number);
            (One.Number, Two.Number).ShouldBe((1, 2));
        });
        yield return Case("what the initializer wrote is before each use",
            () => Threads.Run(3, _ => (Writes.Data[0] + s_shared).ShouldBe(2)));
        yield return Case("a lock in the initializer", () =>
        {
            Threads.Run(() => _ = Guards.Number, () => { lock (Gate) s_shared++; });
            s_shared.ShouldBe(2);
        });
        yield return Case("a [ThreadStatic] field of one thread only", () =>
        {
            var mine = new int[2];
            Threads.Run(2, i => mine[i] = OwnThread.Mine);
            mine.Sum().ShouldBe(5);
        });
        yield return Case("one singleton for all", () =>
        {
            var seen = new Singleton[2];
            Threads.Run(2, i => seen[i] = Singleton.Instance);
            seen[0].ShouldBeSameAs(seen[1]);
        });
    }

    [TestCaseSource(nameof(Wrong))]
    public void Is_found_where_it_matters(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
    }

    [TestCaseSource(nameof(Right))]
    public void Is_proved_where_it_does_not(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
