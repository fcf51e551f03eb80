using System.Numerics;
using Interleavings;
using Katas.Tests.Board;
using Katas.ThreadFactorials;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

[TestFixture, Kata(12, "ThreadFactorials", "katas/12-ThreadFactorials/Factorials.cs")]
public class Kata12_ThreadFactorials
{
    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void The_4_factorials_are_computed_at_the_same_time()
    {
        var meeting = new Barrier(4);

        Factorials.Of([1, 2, 3, 4], number =>
        {
            meeting.SignalAndWait();
            return number;
        });
    }

    [TestCase(0), TestCase(1), TestCase(2), TestCase(5)]
    [EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void So_many_numbers_are_at_work_at_once(int count)
    {
        var meeting = new Barrier(count);
        int[] numbers = [.. Enumerable.Range(1, count)];

        var results = Factorials.Of(numbers, number =>
        {
            meeting.SignalAndWait();
            return number;
        });

        results.Select(result => (int)result).ShouldBe(numbers, "a result is missing, or in another's slot");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Two_calls_at_once_have_nothing_in_common()
    {
        var meeting = new Barrier(2);
        var results = new BigInteger[2];
        var calls = new Thread[2];
        for (var i = 0; i < calls.Length; i++)
        {
            var call = i;
            calls[i] = new Thread(() => results[call] = Factorials.Of([call], number =>
            {
                meeting.SignalAndWait();
                return number;
            }).Single());
            calls[i].Start();
        }
        foreach (var call in calls) call.Join();

        results.ShouldBe([0, 1], "a result is missing, or in another call's");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Each_result_is_in_the_slot_of_its_number()
    {
        var results = Factorials.Of([3, 1, 4], number => Product(number));

        results.ShouldBe([6, 1, 24], "a result is missing, or in another's slot");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void What_goes_wrong_in_a_worker_reaches_the_caller()
    {
        var mistake = new Mistake();

        var caught = Caught(() => Factorials.Of(
            [3, -1], number => number < 0 ? throw mistake : Product(number)));

        Causes(caught).Contains(mistake).ShouldBeTrue(
            "the caller never heard what went wrong in a worker");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void A_cancellation_in_a_worker_reaches_the_caller()
    {
        var cancelled = new OperationCanceledException();

        var caught = Caught(() => Factorials.Of([-1], number => throw cancelled));

        Causes(caught).Contains(cancelled).ShouldBeTrue(
            "the caller never heard what went wrong in a worker");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void A_second_call_is_like_the_first()
    {
        Caught(() => Factorials.Of([-1], number => throw new Mistake()));

        var results = Factorials.Of([3, 4], number => Product(number));

        results.ShouldBe([6, 24], "a result is missing, or in another's slot");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void When_one_fails_the_others_have_ended_before_the_caller_goes_on()
    {
        var ended = 0;

        Caught(() => Factorials.Of([-1, 3, -2], number =>
        {
            Interlocked.Increment(ref ended);
            return number < 0 ? throw new Mistake() : number;
        }));

        ended.ShouldBe(3, "the caller went on while a worker was left behind");
    }

    [Test]
    public void The_factorial_of_100000_is_computed_4_times_for_real()
    {
        ForReal.IfProved(
            The_4_factorials_are_computed_at_the_same_time,
            Each_result_is_in_the_slot_of_its_number,
            What_goes_wrong_in_a_worker_reaches_the_caller,
            When_one_fails_the_others_have_ended_before_the_caller_goes_on);

        var results = ForReal.Within(
            seconds: 60, "4 x 100000!",
            () => Factorials.Of([100_000, 100_000, 100_000, 100_000], Factorial.Of));

        results.Length.ShouldBe(4);
        foreach (var result in results)
        {
            // Not the numbers themselves: to write one down takes longer than to compute it.
            result.GetBitLength().ShouldBe(1_516_705, "this is not 100000!");
            (result % 1_000_003).ShouldBe(Remainder(100_000, 1_000_003), "this is not 100000!");
        }
    }

    static BigInteger Product(int number)
    {
        var product = 1;
        for (var i = 2; i <= number; i++)
            product *= i;
        return product;
    }

    /// <summary>n! modulo a small number, in another way than by large numbers.</summary>
    static BigInteger Remainder(int n, long modulus)
    {
        var remainder = 1L;
        for (var i = 2; i <= n; i++)
            remainder = remainder * i % modulus;
        return remainder;
    }

    static Exception? Caught(Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    /// <summary>What an exception wraps, however deep, and itself.</summary>
    static IEnumerable<Exception> Causes(Exception? exception) => exception switch
    {
        null => [],
        AggregateException several => several.InnerExceptions.SelectMany(Causes).Prepend(several),
        _ => Causes(exception.InnerException).Prepend(exception),
    };

    /// <summary>No attempt can know it.</summary>
    sealed class Mistake() : Exception("made on purpose, for the caller to hear of");
}
