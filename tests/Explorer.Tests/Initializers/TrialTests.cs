using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Initializers;

/// <summary>
/// A trial that fails leaves no trace, whatever the initializer does about exceptions, and whatever
/// library code is in between.
/// </summary>
public class TrialTests
{
    private static volatile bool s_isReady;
    private static int s_last, s_comparisons;

    private static class Catches
    {
        internal static readonly int Number;
        internal static readonly int Next;

        static Catches()
        {
            try
            {
                Number = Interlocked.Increment(ref s_last);
            }
            catch (Exception)
            {
                Number = -1;
            }
            finally
            {
                Next = Number + 1;
            }
        }
    }

    private static class Sorts
    {
        internal static readonly int[] Sorted = [3, 1, 2];
        internal static readonly string Error = "";

        static Sorts()
        {
            try
            {
                Array.Sort(Sorted, static (x, y) =>
                {
                    s_comparisons++;
                    return x - y;
                });
            }
            catch (InvalidOperationException wrapped)
            {
                Error = wrapped.Message;
            }
        }
    }

    private static class Spins
    {
        internal static readonly int Value;

        static Spins()
        {
            while (!s_isReady) Thread.Yield();
            Value = 1;
        }
    }

    private static class Awaits
    {
        internal static readonly int Value = Compute().Result;

        private static async Task<int> Compute()
        {
            await Task.Yield();
            return Interlocked.Increment(ref s_last);
        }
    }

    private static class LocksItsType
    {
        internal static readonly int Value;

        static LocksItsType()
        {
            lock (typeof(LocksItsType)) Value = 1;
        }
    }

    private interface INumbered
    {
        internal static readonly int Number = Interlocked.Increment(ref s_last);
    }

    private sealed class SaysNumber : Exception
    {
        public override string Message => $"number {INumbered.Number}";
    }

    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("a catch and a finally", () =>
        {
            Threads.Run(2, _ => (Catches.Number, Catches.Next).ShouldBe((1, 2)));
            s_last.ShouldBe(1);
        });
        yield return Case("a comparer that a library calls", () =>
        {
            Sorts.Sorted.ShouldBe([1, 2, 3]);
            Sorts.Error.ShouldBe("");
        });
        yield return Case("a loop that waits for another thread",
            () => Threads.Run(() => Spins.Value.ShouldBe(1), () => s_isReady = true));
        yield return Case("a wait for an async method",
            () => Threads.Run(2, _ => Awaits.Value.ShouldBe(1)));
        yield return Case("the lock of a type",
            () => Threads.Run(
                () => { lock (typeof(LocksItsType)) { } },
                () => LocksItsType.Value.ShouldBe(1)));
        yield return Case("a static field of an interface",
            () => Threads.Run(2, _ => INumbered.Number.ShouldBe(1)));
    }

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case("a comparer that races", FailureKind.DataRace,
            () => Threads.Run(() => _ = Sorts.Sorted, () => s_comparisons++));
        yield return Case("a loop that waits for a user", FailureKind.Livelock,
            () => Threads.Run(() => _ = Spins.Value, () =>
            {
                _ = Spins.Value;
                s_isReady = true;
            }));
        yield return Case("the lock of a type that a user holds", FailureKind.Deadlock,
            () => Threads.Run(
                () => { lock (typeof(LocksItsType)) _ = LocksItsType.Value; },
                () => _ = LocksItsType.Value));
        yield return Case("a message that uses a type", FailureKind.Exception,
            () => throw new SaysNumber());
    }

    [TestCaseSource(nameof(Right))]
    public void Right_programs_are_proved(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [TestCaseSource(nameof(Wrong))]
    public void Wrong_programs_fail(FailureKind kind, Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Failure.ShouldNotBeNull(verdict.ToString()).Kind.ShouldBe(kind);
    }

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetArgDisplayNames(name);

    private static TestCaseData Case(string name, FailureKind kind, Action program) =>
        new TestCaseData(kind, program).SetArgDisplayNames(name);
}
