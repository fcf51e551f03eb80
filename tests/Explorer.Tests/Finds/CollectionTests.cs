using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>What the garbage collector may do is neither a proof nor a failure.</summary>
public class CollectionTests
{
    private static IEnumerable<TestCaseData> Unknown()
    {
        yield return Case("a target that nobody keeps", () =>
        {
            var reference = MakeReference();
            GC.Collect();
            reference.TryGetTarget(out _).ShouldBeTrue();
        });
        yield return Case("a target that is kept only from then on", () =>
        {
            var reference = MakeReference();
            reference.TryGetTarget(out var target).ShouldBeTrue();
            GC.KeepAlive(target);
        });
        yield return Case("the same of the older class", () => new WeakReference(new()).IsAlive.ShouldBeTrue());
        yield return Case("a weak handle", () =>
        {
            var handle = GCHandle.Alloc(new(), GCHandleType.Weak);
            GC.Collect();
            handle.Target.ShouldNotBeNull();
        });
        yield return Case("a finalizer that sets an event", () =>
        {
            using var done = new ManualResetEventSlim();
            MakeOwner(done.Set);
            GC.Collect();
            Thread.Sleep(1000);
            done.IsSet.ShouldBeFalse();
        });
        yield return Case("a finalizer that somebody waits for", () =>
        {
            using var done = new ManualResetEventSlim();
            MakeOwner(done.Set);
            GC.Collect();
            done.Wait();
        });
        yield return Case("a finalizer that somebody polls for", () =>
        {
            var isDone = false;
            MakeOwner(() => Volatile.Write(ref isDone, true));
            while (!Volatile.Read(ref isDone)) { }
        });
        yield return Case("a finalizer that throws", () => MakeOwner(() => throw new FormatException()));
        yield return Case("a finalizer of a base class", () => _ = new Derived());
        yield return Case("one that is registered again", () =>
        {
            var owner = new Owner(() => { });
            owner.Dispose();
            GC.ReRegisterForFinalize(owner);
        });
    }

    [TestCaseSource(nameof(Unknown))]
    public void Nothing_is_proved_of(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Refusal!.Member.ShouldBeOneOf("the target of a weak reference",
            "the finalizer of Owner", "the finalizer of Derived");
    }

    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("a target that its owner keeps", () =>
        {
            var kept = new object();
            var reference = new WeakReference<object>(kept);
            Threads.Run(2, _ => reference.TryGetTarget(out object? target).ShouldBeTrue());
            GC.KeepAlive(kept);
        });
        yield return Case("a handle that keeps its target", () =>
        {
            var handle = GCHandle.Alloc(new(), GCHandleType.Normal);
            handle.Target.ShouldNotBeNull();
            handle.Free();
        });
        yield return Case("a target that was never there", () =>
            new WeakReference<object?>(null).TryGetTarget(out object? _).ShouldBeFalse());
        yield return Case("an owner that is disposed of", () =>
        {
            using var owner = new Owner(() => { });
        });
    }

    [TestCaseSource(nameof(Right))]
    public void It_is_proved_for(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_failure_beside_a_finalizer_is_a_failure()
    {
        var verdict = Explorer.Explore(() =>
        {
            MakeOwner(() => { });
            var count = 0;
            Threads.Run(2, _ => Volatile.Write(ref count, Volatile.Read(ref count) + 1));
            count.ShouldBe(2);
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
    }

    [Test]
    public void A_target_that_is_replaced_while_it_is_asked_for_is_a_race()
    {
        var verdict = Explorer.Explore(() =>
        {
            var reference = new WeakReference(new());
            Threads.Run(() => reference.Target = null, () => _ = reference.IsAlive);
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.DataRace, verdict.ToString());
    }

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetArgDisplayNames(name);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference<object> MakeReference() => new(new());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeOwner(Action isGone) => _ = new Owner(isGone);

    private class Owner(Action isGone) : IDisposable
    {
        ~Owner() => isGone();

        public void Dispose() => GC.SuppressFinalize(this);
    }

    private sealed class Derived() : Owner(() => { });
}
