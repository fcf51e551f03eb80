using Interleavings;
using Katas.Primes;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

[TestFixture, Kata(13, "Primes", "katas/13-Primes/PrimeSearch.cs")]
public class Kata13_Primes
{
    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Two_workers_lose_none_of_the_primes_up_to_7()
    {
        Found(7, workers: 2).ShouldBe([2, 3, 5, 7], "a prime is missing, doubled or out of order");
    }

    [Test, SomeInterleaving]
    public void Two_workers_can_test_two_numbers_at_the_same_time()
    {
        var meeting = new Barrier(2);
        var begun = 0;

        PrimeSearch.UpTo(7, workers: 2, n =>
        {
            // The first two tests meet: each goes on only when the other one has begun.
            if (Interlocked.Increment(ref begun) <= 2) meeting.SignalAndWait();
            return TrialDivision.IsPrime(n);
        });
    }

    [Test, SomeInterleaving]
    public void Three_workers_can_test_three_numbers_at_the_same_time()
    {
        var meeting = new Barrier(3);
        var begun = 0;

        PrimeSearch.UpTo(7, workers: 3, n =>
        {
            if (Interlocked.Increment(ref begun) <= 3) meeting.SignalAndWait();
            return TrialDivision.IsPrime(n);
        });
    }

    [EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    [TestCase(5, 1), TestCase(4, 2)]
    public void Never_more_workers_are_at_work_than_were_asked_for(int limit, int workers)
    {
        var (atWork, tooMany) = (0, 0);

        PrimeSearch.UpTo(limit, workers, n =>
        {
            if (Interlocked.Increment(ref atWork) > workers) Volatile.Write(ref tooMany, 1);
            var isPrime = TrialDivision.IsPrime(n);
            Interlocked.Decrement(ref atWork);
            return isPrime;
        });

        tooMany.ShouldBe(0, "more numbers were tested at once than there are workers");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void One_worker_finds_the_primes_up_to_7()
    {
        Found(7, workers: 1).ShouldBe([2, 3, 5, 7], "a prime is missing, doubled or out of order");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void A_second_search_knows_nothing_of_the_first()
    {
        var first = Found(3, workers: 2).ToArray();
        var second = Found(5, workers: 1).ToArray();

        first.ShouldBe([2, 3], "a prime is missing, doubled or out of order");
        second.ShouldBe([2, 3, 5], "a prime is missing, doubled or out of order");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Three_workers_lose_none_of_the_primes_up_to_5()
    {
        Found(5, workers: 3).ShouldBe([2, 3, 5], "a prime is missing, doubled or out of order");
    }

    [EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    [TestCase(0, ""), TestCase(1, ""), TestCase(2, "2"), TestCase(3, "2 3")]
    public void Three_workers_get_on_with_less_than_three_numbers(int limit, string primes)
    {
        string.Join(' ', Found(limit, workers: 3)).ShouldBe(primes);
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Each_number_is_tested_once()
    {
        var times = new int[7];

        PrimeSearch.UpTo(6, workers: 2, n =>
        {
            Interlocked.Increment(ref times[n]);
            return TrialDivision.IsPrime(n);
        });

        times[2..].ShouldBe([1, 1, 1, 1, 1], "a number was left out, or tested twice");
    }

    [TestCase(1), TestCase(2), TestCase(3), TestCase(8)]
    public void The_9592_primes_up_to_100000_for_real(int workers)
    {
        ForReal.IfProved(
            Two_workers_lose_none_of_the_primes_up_to_7,
            Three_workers_lose_none_of_the_primes_up_to_5);

        var primes = ForReal.Within(
            seconds: 60, $"the primes up to 100000, {workers} workers",
            () => PrimeSearch.UpTo(100_000, workers, TrialDivision.IsPrime));

        primes.Count.ShouldBe(9592);
        primes.ShouldBeInOrder(SortDirection.Ascending);
        primes.Sum(prime => (long)prime).ShouldBe(454_396_537);
    }

    static IEnumerable<int> Found(int limit, int workers) =>
        PrimeSearch.UpTo(limit, workers, TrialDivision.IsPrime);
}
