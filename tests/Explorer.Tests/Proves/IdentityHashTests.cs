using System.Runtime.CompilerServices;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Proves;

/// <summary>
/// Which of two objects has the smaller identity hash code, or whether they have the same, is a choice that
/// is explored. Whatever else a program makes of the code depends on chance.
/// </summary>
public class IdentityHashTests
{
    private static readonly object Tie = new();

    [Test]
    public void Locks_ordered_by_hash_code_with_a_lock_for_a_tie_are_proved() =>
        Verdict(true).Outcome.ShouldBe(Outcome.Proved);

    [Test]
    public void Without_a_lock_for_a_tie_there_is_a_deadlock()
    {
        var verdict = Verdict(false);

        verdict.Failure!.Kind.ShouldBe(FailureKind.Deadlock);
        verdict.Schedule!.HashOrder.ShouldBeGreaterThan(0);
    }

    [Test]
    public void The_order_is_part_of_the_schedule()
    {
        Action program = () =>
        {
            object a = new(), b = new();
            if (a.GetHashCode() >= b.GetHashCode()) throw new InvalidOperationException("out of order");
        };

        var schedule = Schedule.Parse(Explorer.Explore(program).Schedule!.ToString());

        Explorer.Replay(schedule, program).Failure!.Kind.ShouldBe(FailureKind.Exception);
        Explorer.Replay(schedule with { HashOrder = 0 }, program).Outcome.ShouldBe(Outcome.Unfinished);
    }

    [Test]
    public void Three_objects_have_thirteen_orders()
    {
        HashSet<(int, int)> seen = [];
        var verdict = Explorer.Explore(() =>
        {
            object a = new(), b = new(), c = new();
            var (one, two, three) = (RuntimeHelpers.GetHashCode(a),
                RuntimeHelpers.GetHashCode(b), RuntimeHelpers.GetHashCode(c));
            seen.Add((Math.Sign(one - two) + 3 * Math.Sign(two - three), Math.Sign(one - three)));
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        seen.Count.ShouldBe(13);
    }

    [Test]
    public void An_object_with_a_hash_code_of_its_own_is_asked_for_that() =>
        Explorer.Explore(() =>
        {
            object a = new Numbered(1), b = new Numbered(2);
            if (a.GetHashCode() >= b.GetHashCode()) throw new InvalidOperationException("out of order");
        }).Outcome.ShouldBe(Outcome.Proved);

    [Test]
    public void An_object_has_one_hash_code_in_one_execution() =>
        Explorer.Explore(() =>
        {
            var a = new object();
            if (a.GetHashCode() != RuntimeHelpers.GetHashCode(a)) throw new InvalidOperationException();
        }).Outcome.ShouldBe(Outcome.Proved);

    [TestCase(2)]
    [TestCase(16)]
    public void A_bit_of_a_hash_code_is_chance(int stripes)
    {
        var verdict = Explorer.Explore(() =>
        {
            var a = new object();
            object[] locks = [.. Enumerable.Range(0, stripes).Select(_ => new object())];
            Threads.Run(() => { lock (locks[(uint)RuntimeHelpers.GetHashCode(a) % stripes]) { } });
        });

        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Refusal!.Member.ShouldContain("RuntimeHelpers.GetHashCode");
    }

    private static Verdict Verdict(bool breaksTies) => Explorer.Explore(() =>
    {
        object a = new(), b = new();
        Threads.Run(() => Take(a, b, breaksTies), () => Take(b, a, breaksTies));
    });

    private static void Take(object one, object other, bool breaksTies)
    {
        var (first, second) = (RuntimeHelpers.GetHashCode(one), RuntimeHelpers.GetHashCode(other));
        if (first == second && breaksTies)
        {
            lock (Tie) lock (one) lock (other) { }
            return;
        }
        if (first > second) (one, other) = (other, one);
        lock (one) lock (other) { }
    }

    private sealed class Numbered(int number)
    {
        public override int GetHashCode() => number;

        public override bool Equals(object? other) => other is Numbered;
    }
}
