using Interleavings;
using Katas.LockFix;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

[TestFixture, Kata(5, "LockFix", "katas/05-LockFix/Counter.cs")]
public class Kata05_LockFix
{
    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void No_update_is_lost()
    {
        var counter = new Counter();

        Together(counter.Increment, counter.Increment);

        counter.Value.ShouldBe(2);
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void The_value_can_be_read_while_another_thread_increments()
    {
        var counter = new Counter();
        var seen = -1;

        Together(counter.Increment, () => seen = counter.Value);

        seen.ShouldBeInRange(0, 1, "the counter never had this value");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void No_update_is_lost_when_each_thread_increments_twice()
    {
        var counter = new Counter();

        Together(() => IncrementTwice(counter), () => IncrementTwice(counter));

        counter.Value.ShouldBe(4);
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Each_counter_has_a_count_of_its_own()
    {
        var one = new Counter();
        var other = new Counter();

        Together(one.Increment, () => IncrementTwice(other));

        one.Value.ShouldBe(1);
        other.Value.ShouldBe(2);
    }

    [Test, SomeInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void A_reader_may_see_the_count_on_its_way()
    {
        var counter = new Counter();
        var seen = 0;

        Together(() => IncrementTwice(counter), () => seen = counter.Value);

        seen.ShouldBe(1, "one of two increments was never to be seen");
    }

    static void IncrementTwice(Counter counter)
    {
        counter.Increment();
        counter.Increment();
    }

    static void Together(ThreadStart first, ThreadStart second)
    {
        var a = new Thread(first);
        var b = new Thread(second);
        a.Start();
        b.Start();
        a.Join();
        b.Join();
    }
}
