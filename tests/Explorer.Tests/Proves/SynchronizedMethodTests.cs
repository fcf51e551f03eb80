using System.Runtime.CompilerServices;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Proves;

/// <summary>
/// <see cref="MethodImplOptions.Synchronized"/> is a lock: on the object, or of a static method on
/// the type.
/// </summary>
public class SynchronizedMethodTests
{
    private const MethodImplOptions Synchronized = MethodImplOptions.Synchronized;

    private class Counter
    {
        internal int N { get; set; }

        internal int Shown
        {
            [MethodImpl(Synchronized)]
            get => N;
            [MethodImpl(Synchronized)]
            set => N = value;
        }

        [MethodImpl(Synchronized)]
        internal void Add() => N++;

        internal void AddUnlocked() => N++;

        [MethodImpl(Synchronized)]
        internal void AddTo(Counter other)
        {
            N++;
            other.Add();
        }

        [MethodImpl(Synchronized)]
        internal virtual void AddVirtually() => N++;

        [MethodImpl(Synchronized)]
        internal int AddOrThrow(int by) => by > 0 ? N += by : throw new ArgumentException("by");

        [MethodImpl(Synchronized)]
        internal void AddDown(int levels)
        {
            lock (this)
            {
                if (levels > 0) AddDown(levels - 1);
                N++;
            }
        }

        [MethodImpl(Synchronized)]
        internal IEnumerable<int> Numbers()
        {
            N++;
            yield return N;
        }

        [MethodImpl(Synchronized)]
        internal void Put()
        {
            N++;
            Monitor.Pulse(this);
        }

        [MethodImpl(Synchronized)]
        internal void Take()
        {
            while (N == 0) Monitor.Wait(this);
            N--;
        }
    }

    private sealed class WithoutLock : Counter
    {
        internal override void AddVirtually() => N++;
    }

    private sealed class WithLockOfBase : Counter
    {
        internal override void AddVirtually() => base.AddVirtually();
    }

    private static class Total
    {
        internal static int N { get; set; }

        [MethodImpl(Synchronized)]
        internal static void Add() => N++;

        internal static void AddUnlocked() => N++;
    }

    private static class Of<T>
    {
        [MethodImpl(Synchronized)]
        internal static void Add() => Total.N++;
    }

    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("two calls", (c, _) => Threads.Run(c.Add, c.Add), 2);
        yield return Case("a call and a lock", (c, _) =>
            Threads.Run(c.Add, () => { lock (c) c.N++; }), 2);
        yield return Case("a static method", (_, _) => Threads.Run(Total.Add, Total.Add), 2);
        yield return Case("a static method and a lock", (_, _) =>
            Threads.Run(Total.Add, () => { lock (typeof(Total)) Total.N++; }), 2);
        yield return Case("a static method of one generic type", (_, _) =>
            Threads.Run(Of<string>.Add, () => { lock (typeof(Of<string>)) Total.N++; }), 2);
        yield return Case("an override that calls its base's", (_, _) =>
        {
            var counter = new WithLockOfBase();
            Threads.Run(counter.AddVirtually, counter.AddVirtually);
            counter.N.ShouldBe(2);
        }, 2);
        yield return Case("an exception leaves the lock", (c, _) =>
        {
            Threads.Run(
                () => Should.Throw<ArgumentException>(() => c.AddOrThrow(0)),
                () => c.AddOrThrow(1));
            c.N.ShouldBe(1);
        }, 2);
        yield return Case("entered again", (c, _) =>
            Threads.Run(() => c.AddDown(2), () => c.AddDown(0)), 2);
        yield return Case("waiting inside", (c, _) => Threads.Run(c.Take, c.Put), 2);
        yield return Case("two objects", (c, other) => Threads.Run(c.Add, other.Add), 1);
        yield return Case("a lambda", (c, _) =>
        {
            var n = 0;
            Action add = [MethodImpl(Synchronized)] () => n++;
            Threads.Run(add, add);
            n.ShouldBe(2);
        }, 2);
    }

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case("opposite orders", (c, other) =>
            Threads.Run(() => c.AddTo(other), () => other.AddTo(c)), FailureKind.Deadlock);
        yield return Case("a property that is read and then written", (c, _) =>
        {
            Threads.Run(() => c.Shown++, () => c.Shown++);
            c.N.ShouldBe(2);
        }, FailureKind.Assertion);
        yield return Case("another method without a lock", (c, _) =>
            Threads.Run(c.Add, c.AddUnlocked), FailureKind.DataRace);
        yield return Case("a static method without a lock", (_, _) =>
            Threads.Run(Total.Add, Total.AddUnlocked), FailureKind.DataRace);
        yield return Case("two generic types are two locks", (_, _) =>
            Threads.Run(Of<int>.Add, Of<string>.Add), FailureKind.DataRace);
        yield return Case("an override does not inherit it", (_, _) =>
        {
            var counter = new WithoutLock();
            Threads.Run(counter.AddVirtually, counter.AddVirtually);
        }, FailureKind.DataRace);
        yield return Case("an iterator has left it", (c, _) =>
            Threads.Run(() => c.Numbers().Count(), () => c.Numbers().Count()), FailureKind.DataRace);
        yield return Case("nobody pulses", (c, _) => Threads.Run(c.Take), FailureKind.LostWakeUp);
    }

    [TestCaseSource(nameof(Right))]
    public void A_synchronized_method_excludes_who_locks_the_same(
        Action<object, object> program, int interleavings)
    {
        var verdict = Explorer.Explore(() => program(new Counter(), new Counter()));

        verdict.Outcome.ShouldBe(Outcome.Proved);
        verdict.Executions.ShouldBe(interleavings);
    }

    [TestCaseSource(nameof(Wrong))]
    public void A_synchronized_method_excludes_nobody_else(
        Action<object, object> program, FailureKind kind)
    {
        var verdict = Explorer.Explore(() => program(new Counter(), new Counter()));

        verdict.Failure!.Kind.ShouldBe(kind);
    }

    [Test]
    public void A_deadlock_names_the_object_and_the_type()
    {
        var verdict = Explorer.Explore(() =>
        {
            var counter = new Counter();
            Threads.Run(
                () => { lock (counter) Total.Add(); },
                () => { lock (typeof(Total)) counter.Add(); });
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.Deadlock);
        verdict.Failure.Waits.Where(w => w.Operation > 0).Select(w => w.For)
            .ShouldBe(["typeof(Total)", "this"], ignoreOrder: true);
    }

    private static TestCaseData Case(
        string name, Action<Counter, Counter> program, object expected) =>
        new TestCaseData(
            (Action<object, object>)((a, b) => program((Counter)a, (Counter)b)), expected)
            .SetArgDisplayNames(name);
}
