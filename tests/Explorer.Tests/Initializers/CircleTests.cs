using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Initializers;

/// <summary>
/// Initializers that use each other's types: ECMA-335, II.10.5.3.3. No deadlock comes of it, but a
/// thread may see a type half initialized.
/// </summary>
public class CircleTests
{
    private static class Left
    {
        internal static readonly int Value = Right.Value + 1;

        static Left()
        {
        }
    }

    private static class Right
    {
        internal static readonly int Value = Left.Value + 1;

        static Right()
        {
        }
    }

    private static class Early
    {
        internal static int Value = 1;
        internal static readonly int Seen;

        static Early()
        {
            Seen = Late.Value;
            Value = 2;
        }
    }

    private static class Late
    {
        internal static int Value = 1;
        internal static readonly int Seen;

        static Late()
        {
            Seen = Early.Value;
            Value = 2;
        }
    }

    private static class First
    {
        internal static readonly int Value = Second.Value + 1;

        static First()
        {
        }
    }

    private static class Second
    {
        internal static readonly int Value = Third.Value + 1;

        static Second()
        {
        }
    }

    private static class Third
    {
        internal static readonly int Value = First.Value + 1;

        static Third()
        {
        }
    }

    private static readonly object Gate = new();

    private static class LocksLeft
    {
        internal static readonly int Value;

        static LocksLeft()
        {
            lock (Gate) Value = LocksRight.Value + 1;
        }
    }

    private static class LocksRight
    {
        internal static readonly int Value;

        static LocksRight()
        {
            lock (Gate) Value = LocksLeft.Value + 1;
        }
    }

    [Test]
    public void One_thread_sees_its_own_type_half_initialized()
    {
        Proved(() => (Left.Value, Right.Value).ShouldBe((2, 1)));
        Proved(() => (Right.Value, Left.Value).ShouldBe((2, 1)));
    }

    [Test]
    public void Two_threads_end_with_either()
    {
        Proved(() =>
        {
            Threads.Run(() => _ = Left.Value, () => _ = Right.Value);
            (Left.Value + Right.Value).ShouldBe(3);
        });
    }

    [Test]
    public void Of_two_threads_that_would_wait_for_each_other_one_goes_on()
    {
        Proved(() =>
        {
            Threads.Run(() => _ = Early.Value, () => _ = Late.Value);
            (Early.Seen, Late.Seen).ShouldBeOneOf((2, 1), (1, 2));
        });
        Broken(() =>
        {
            Threads.Run(() => _ = Early.Value, () => _ = Late.Value);
            Early.Seen.ShouldBe(2);
        });
        Broken(() =>
        {
            Threads.Run(() => _ = Early.Value, () => _ = Late.Value);
            Late.Seen.ShouldBe(2);
        });
    }

    [Test]
    public void A_circle_of_three_ends_as_well()
    {
        Proved(() =>
        {
            Threads.Run(() => _ = First.Value, () => _ = Second.Value, () => _ = Third.Value);
            new[] { First.Value, Second.Value, Third.Value }.Order().ShouldBe([1, 2, 3]);
        });
    }

    /// <summary>The runtime looks for circles of initializers only.</summary>
    [Test]
    public void A_circle_through_a_lock_is_a_deadlock()
    {
        Proved(() => (LocksLeft.Value, LocksRight.Value).ShouldBe((2, 1)));

        Explorer.Explore(() => Threads.Run(() => _ = LocksLeft.Value, () => _ = LocksRight.Value))
            .Failure!.Kind.ShouldBe(FailureKind.Deadlock);
    }

    private static void Proved(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static void Broken(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
    }
}
