using System.Collections.Concurrent;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>What goes wrong with primitives that guard themselves, and around them.</summary>
public class AttemptTests
{
    private sealed class Service
    {
        public static Service? Plain;
        public int Ready;
    }

    private sealed class Spun
    {
        public readonly SpinLock Copied = new(false);
        public int N;
    }

    private static readonly object s_gate = new();

    private static IEnumerable<TestCaseData> Racing()
    {
        yield return Case("a double-checked lock on a plain field", "Plain", () => Threads.Run(2, static _ =>
        {
            if (Service.Plain is null)
            {
                lock (s_gate) Service.Plain ??= new() { Ready = 1 };
            }
            Service.Plain.Ready.ShouldBe(1);
        }));
        yield return Case("a Lazy that nobody guards", "lazy", () =>
        {
            var lazy = new Lazy<Service>(() => new(), LazyThreadSafetyMode.None);
            Threads.Run(2, n => _ = lazy.Value);
        });
        yield return Case("a value in a ConcurrentDictionary", "Ready", () =>
        {
            var services = new ConcurrentDictionary<int, Service>();
            Threads.Run(2, i => services.GetOrAdd(1, static key => new()).Ready++);
        });
        yield return Case("a write under a read lock", "N", () =>
        {
            var (gate, cell) = (new ReaderWriterLockSlim(), new Programs.Cell());
            Threads.Run(2, _ =>
            {
                gate.EnterReadLock();
                cell.N = 1;
                gate.ExitReadLock();
            });
        });
        yield return Case("a SpinLock that is copied", "N", () =>
        {
            var spun = new Spun();
            Threads.Run(2, _ =>
            {
                var taken = false;
                spun.Copied.Enter(ref taken);
                spun.N++;
            });
        });
        yield return Case("a work item and the body that goes on", "N", () =>
        {
            var cell = new Programs.Cell();
            ThreadPool.QueueUserWorkItem(_ => cell.N++);
            cell.N++;
        });
        yield return Case("a failed exchange that is taken for an order", "N", () =>
        {
            var (cell, gate) = (new Programs.Cell(), new Programs.Cell());
            Threads.Run(
                () => { cell.N = 1; Interlocked.CompareExchange(ref gate.N, 1, 5); },
                () => { Interlocked.CompareExchange(ref gate.N, 1, 5); _ = cell.N; });
        });
    }

    [TestCaseSource(nameof(Racing))]
    public void A_data_race(Action program, string variable)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
        verdict.Failure!.Race.ShouldNotBeNull(verdict.ToString()).Variable.ShouldBe(variable);
    }

    private static IEnumerable<TestCaseData> Failing()
    {
        yield return Wrong("checking before adding to a dictionary", FailureKind.Assertion, () =>
        {
            var (ages, runs) = (new ConcurrentDictionary<string, int>(), new Programs.Cell());
            Threads.Run(2, _ =>
            {
                if (ages.ContainsKey("Ann")) return;
                ages["Ann"] = 1;
                Interlocked.Increment(ref runs.N);
            });
            runs.N.ShouldBe(1);
        });
        yield return Wrong("a factory that was to run once", FailureKind.Assertion, () =>
        {
            var (ages, runs) = (new ConcurrentDictionary<string, int>(), new Programs.Cell());
            Threads.Run(2, i => ages.GetOrAdd("Ann", name => Interlocked.Increment(ref runs.N)));
            runs.N.ShouldBe(1);
        });
        yield return Wrong("a published factory that was to run once", FailureKind.Assertion, () =>
        {
            var runs = new Programs.Cell();
            var lazy = new Lazy<int>(
                () => Interlocked.Increment(ref runs.N), LazyThreadSafetyMode.PublicationOnly);
            Threads.Run(2, n => _ = lazy.Value);
            runs.N.ShouldBe(1);
        });
        yield return Wrong("an enumeration that was to be a snapshot", FailureKind.Assertion, () =>
        {
            var ages = new ConcurrentDictionary<int, int> { [1] = 1, [2] = 1 };
            var sum = 0;
            Threads.Run(
                () => { ages[1] = 2; ages[2] = 2; },
                () => { foreach (var (_, age) in ages) sum += age; });
            sum.ShouldNotBe(3);
        });
        yield return Wrong("two that upgrade what they read", FailureKind.Exception, () =>
        {
            var gate = new ReaderWriterLockSlim();
            Threads.Run(2, _ => { gate.EnterReadLock(); gate.EnterWriteLock(); });
        });
        yield return Wrong("two locks for reading and writing, crosswise", FailureKind.Deadlock, () =>
        {
            var (a, b) = (new ReaderWriterLockSlim(), new ReaderWriterLockSlim());
            Threads.Run(
                () => { a.EnterReadLock(); b.EnterWriteLock(); },
                () => { b.EnterReadLock(); a.EnterWriteLock(); });
        });
        yield return Wrong("a consumer that is never told the end", FailureKind.Deadlock, () =>
        {
            var queue = new BlockingCollection<int>();
            Threads.Run(() => queue.Add(1), () => { foreach (var _ in queue.GetConsumingEnumerable()) { } });
        });
        yield return Wrong("a producer without room", FailureKind.Deadlock, () =>
        {
            var queue = new BlockingCollection<int>(1);
            Threads.Run(() => { queue.Add(1); queue.Add(2); });
        });
        yield return Wrong("a lock by exchange that is kept", FailureKind.Livelock, Spinning.Kept());
        yield return Wrong("a lock that is tried for ever", FailureKind.Livelock, () =>
        {
            var gate = new object();
            Threads.Run(2, _ => { while (!Monitor.TryEnter(gate)) { } });
        });
        yield return Wrong("a SpinLock that is kept", FailureKind.Deadlock, () =>
        {
            var spun = new ClassWithGate();
            Threads.Run(2, _ => { var taken = false; spun.Gate.Enter(ref taken); });
        });
    }

    [TestCaseSource(nameof(Failing))]
    public void A_failure(Action program, FailureKind kind)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
        verdict.Failure!.Kind.ShouldBe(kind, verdict.ToString());
        Explorer.Replay(verdict.Schedule!, program).Failure!.Kind.ShouldBe(kind);
    }

    private sealed class ClassWithGate
    {
        public SpinLock Gate;
    }

    private static TestCaseData Case(string name, string variable, Action program) =>
        new(program, variable) { TestName = $"On {name}" };

    private static TestCaseData Wrong(string name, FailureKind kind, Action program) =>
        new(program, kind) { TestName = $"With {name}" };
}
