using System.Collections.Concurrent;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Initializers;

/// <summary>Static constructors that take locks, start threads, and wait for others.</summary>
public class WaitingInitializerTests
{
    private static readonly object Gate = new();
    private static readonly SemaphoreSlim Permit = new(0);

    private static class TakesGate
    {
        internal static readonly int Value;

        static TakesGate()
        {
            lock (Gate) Value = 1;
        }
    }

    private static class JoinsUser
    {
        internal static int Value;

        static JoinsUser()
        {
            var thread = new Thread(() => Value = 1);
            thread.Start();
            thread.Join();
        }
    }

    private static class JoinsOther
    {
        internal static readonly int Value;

        static JoinsOther()
        {
            var value = 0;
            var thread = new Thread(() => value = 1);
            thread.Start();
            thread.Join();
            Value = value;
        }
    }

    private static class StartsUser
    {
        internal static int Value;
        internal static readonly Thread Worker = new(() => Value++);

        static StartsUser()
        {
            Worker.Start();
            Value = 5;
        }
    }

    private static class Waits
    {
        internal static readonly int Value;

        static Waits()
        {
            Permit.Wait();
            Value = 1;
        }
    }

    private static class Work
    {
        internal static readonly Task<int> Result = Task.Run(() => 5);
    }

    private sealed class Key(int value)
    {
        public override bool Equals(object? other) => other is Key key && key.Value == Value;

        public override int GetHashCode() => Value * Seed.Value;

        private int Value { get; } = value;
    }

    private static class Seed
    {
        internal static readonly int Value = ++s_seeds;
    }

    private static int s_seeds;

    [Test]
    public void A_lock_that_a_user_holds_is_a_deadlock()
    {
        var verdict = Explorer.Explore(() => Threads.Run(
            () => _ = TakesGate.Value,
            () => { lock (Gate) _ = TakesGate.Value; }));

        var failure = verdict.Failure!;
        failure.Kind.ShouldBe(FailureKind.Deadlock);
        failure.Preemptions.ShouldBe(1);
        var user = failure.Waits.Single(w => w.Kind == EventKind.UseType);
        (user.Operation, user.For, user.Holder).ShouldBe((2, nameof(TakesGate), 1));
        var text = string.Join(' ', verdict.ToString().Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        text.ShouldContain("A runs the initializer of `TakesGate`");
        text.ShouldContain("waits for the initializer of `TakesGate`");
        text.ShouldContain("don't wait in the initializer of `TakesGate` for an operation that uses it");
    }

    [Test]
    public void A_lock_that_is_taken_after_the_first_use_is_none()
    {
        Proved(() =>
        {
            _ = TakesGate.Value;
            Threads.Run(
                () => _ = TakesGate.Value,
                () => { lock (Gate) _ = TakesGate.Value; });
        });
    }

    [Test]
    public void A_thread_that_uses_the_type_waits_for_its_initializer()
    {
        Explorer.Explore(() => _ = JoinsUser.Value).Failure!.Kind.ShouldBe(FailureKind.Deadlock);
        Proved(() =>
        {
            StartsUser.Worker.Join();
            StartsUser.Value.ShouldBe(6);
        });
    }

    [Test]
    public void A_thread_that_does_not_use_it_runs()
    {
        Proved(() => Threads.Run(2, _ => JoinsOther.Value.ShouldBe(1)));
        Proved(() => Threads.Run(2, _ => Work.Result.Result.ShouldBe(5)));
    }

    [Test]
    public void A_wait_for_another_thread_ends_unless_that_uses_the_type()
    {
        Proved(() => Threads.Run(() => Waits.Value.ShouldBe(1), () => Permit.Release()));

        Explorer.Explore(() => Threads.Run(() => _ = Waits.Value, () =>
        {
            _ = Waits.Value;
            Permit.Release();
        })).Failure!.Kind.ShouldBe(FailureKind.Deadlock);
    }

    [Test]
    public void A_first_use_inside_a_call_that_happens_as_a_whole_is_unsupported()
    {
        var verdict = Explorer.Explore(() =>
        {
            var dictionary = new ConcurrentDictionary<Key, int>();
            Threads.Run(2, i => dictionary.TryAdd(new(i), i));
        });

        verdict.Outcome.ShouldBe(Outcome.Refused);
        verdict.Refusal!.Member.ShouldContain(nameof(Seed));
        verdict.Refusal.Reason.ShouldBe("use the type before that call");
    }

    private static void Proved(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }
}
