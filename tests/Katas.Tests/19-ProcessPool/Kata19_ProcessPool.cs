using Interleavings;
using Katas.ProcessPool;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;
using Outcome = Katas.ProcessPool.Outcome;

namespace Katas.Tests;

[TestFixture, Kata(19, "ProcessPool", "katas/19-ProcessPool/Pool.cs")]
public class Kata19_ProcessPool
{
    [Test, EveryInterleaving]
    public void Two_workers_at_most_are_hired_for_3_jobs()
    {
        var hired = 0;

        new Pool(2, () =>
        {
            Interlocked.Increment(ref hired);
            return new Hand();
        }).Do(["a", "b", "c"]);

        hired.ShouldBeLessThanOrEqualTo(
            2, "a worker was hired for every job, though 2 are allowed");
    }

    [Test, EveryInterleaving]
    public void Each_outcome_is_at_its_job()
    {
        var outcomes = new Pool(2, () => new Hand()).Do(["a", "b", "c"]);

        Answers(outcomes).ShouldBe("a is done, b is done, c is done");
    }

    [Test, SomeInterleaving]
    public void Two_workers_can_be_at_work_at_the_same_time()
    {
        var meeting = new Barrier(2);

        new Pool(2, () => new Hand(_ => meeting.SignalAndWait())).Do(["a", "b"]);
    }

    [Test, SomeInterleaving]
    public void Three_workers_can_be_at_work_at_the_same_time()
    {
        var meeting = new Barrier(3);

        new Pool(3, () => new Hand(_ => meeting.SignalAndWait())).Do(["a", "b", "c"]);
    }

    [Test, EveryInterleaving]
    public void Equal_jobs_are_done_as_often_as_they_are_given()
    {
        var times = 0;

        var outcomes = new Pool(2, () => new Hand(_ => Interlocked.Increment(ref times)))
            .Do(["a", "a"]);

        Answers(outcomes).ShouldBe("a is done, a is done");
        times.ShouldBe(2, "two jobs of the same name are two jobs");
    }

    [Test, EveryInterleaving]
    public void A_pool_can_be_used_again()
    {
        var staff = new Staff();
        var pool = new Pool(1, staff.Hire);

        var (none, first, second) = (pool.Do([]), pool.Do(["a"]), pool.Do(["b"]));

        staff.ShouldHaveBeenTreatedWell();
        Answers([.. none, .. first, .. second]).ShouldBe("a is done, b is done");
        staff.Forgotten.ShouldBe(0, "a worker was never disposed of");
    }

    [Test, EveryInterleaving]
    public void Two_pools_have_nothing_in_common()
    {
        var meeting = new Barrier(2);
        string[] answers = ["", ""];

        var threads = new Thread[2];
        for (var i = 0; i < threads.Length; i++)
        {
            var pool = i;
            threads[i] = new Thread(() => answers[pool] = Answers(new Pool(1,
                () => new Hand(_ => meeting.SignalAndWait())).Do([$"job of pool {pool}"])));
            threads[i].Start();
        }
        foreach (var thread in threads) thread.Join();

        answers.ShouldBe(["job of pool 0 is done", "job of pool 1 is done"]);
    }

    static IEnumerable<TestCaseData> Unexpected() =>
    [
        new TestCaseData(new Unheard()).SetArgDisplayNames("of no kind known"),
        new TestCaseData(new OperationCanceledException("cancelled, by nobody"))
            .SetArgDisplayNames("cancelled"),
    ];

    [TestCaseSource(nameof(Unexpected))]
    public void An_error_that_is_no_death_is_not_hidden(Exception unexpected)
    {
        var verdict = Explorer.Explore(() =>
        {
            new Pool(1, () => new Hand(_ => throw unexpected)).Do(["a"]);
        });

        // It may reach the caller, or leave the worker's thread and end the process: both are heard.
        if (verdict.Failure is not { } failure)
            Assert.Fail($"""
                A worker threw {unexpected.GetType().Name}, which is not a death, and the pool hid it.
                  Next: Catch WorkerDiedException, and nothing more.
                """);
        else if (!IsOrHas(failure.Exception, unexpected))
            Assert.Fail($"{verdict}");
    }

    [Test, EveryInterleaving]
    public void Each_job_is_done_once()
    {
        int a = 0, b = 0, c = 0;

        new Pool(2, () => new Hand(job => Interlocked.Increment(
            ref job == "a" ? ref a : ref job == "b" ? ref b : ref c))).Do(["a", "b", "c"]);

        (a, b, c).ShouldBe((1, 1, 1), "a job was left out, or done twice");
    }

    [Test, EveryInterleaving]
    public void A_worker_who_dies_is_replaced_and_the_job_is_tried_again()
    {
        var staff = new Staff { IsFatal = (job, attempt) => job == "a" && attempt == 1 };

        var outcomes = new Pool(2, staff.Hire).Do(["a", "b"]);

        staff.ShouldHaveBeenTreatedWell();
        Answers(outcomes).ShouldBe("a is done, b is done");
        staff.Attempts.ShouldBe("a 2, b 1", "how often each job was tried");
        staff.Hired.ShouldBeLessThanOrEqualTo(3, "only one has died, and 2 are allowed");
    }

    [Test, EveryInterleaving]
    public void A_job_that_kills_two_workers_is_reported_and_the_others_are_done()
    {
        var staff = new Staff { IsFatal = (job, _) => job == "a" };

        var outcomes = new Pool(2, staff.Hire).Do(["a", "b"]);

        staff.ShouldHaveBeenTreatedWell();
        Answers(outcomes).ShouldBe("a is not done, b is done");
        staff.Attempts.ShouldBe("a 2, b 1", "how often each job was tried");
    }

    [Test, EveryInterleaving]
    public void After_a_worker_has_died_two_are_at_work_again()
    {
        var meeting = new Barrier(2);
        var staff = new Staff
        {
            IsFatal = (job, _) => job == "a",
            DoJob = job =>
            {
                if (job != "a") meeting.SignalAndWait();
            },
        };

        var outcomes = new Pool(2, staff.Hire).Do(["a", "b", "c"]);

        Answers(outcomes).ShouldBe("a is not done, b is done, c is done");
    }

    [Test, EveryInterleaving]
    public void While_one_worker_is_busy_the_other_does_all_the_rest()
    {
        var rest = new CountdownEvent(3);

        var outcomes = new Pool(2, () => new Hand(job =>
        {
            if (job == "a") rest.Wait();
            else rest.Signal();
        })).Do(["a", "b", "c", "d"]);

        Answers(outcomes).ShouldBe("a is done, b is done, c is done, d is done");
    }

    [Test, EveryInterleaving]
    public void One_worker_who_dies_twice_still_gets_all_other_jobs_done()
    {
        var staff = new Staff { IsFatal = (job, _) => job == "a" };

        var outcomes = new Pool(1, staff.Hire).Do(["a", "b", "c"]);

        Answers(outcomes).ShouldBe("a is not done, b is done, c is done");
    }

    [Test, EveryInterleaving]
    public void Every_worker_is_let_go_dead_or_alive()
    {
        var staff = new Staff { IsFatal = (job, attempt) => job == "a" && attempt == 1 };

        new Pool(2, staff.Hire).Do(["a", "b"]);

        staff.ShouldHaveBeenTreatedWell();
        staff.Forgotten.ShouldBe(
            0, "a worker was never disposed of: its process would be an orphan");
    }

    [Test]
    public void Real_processes_of_which_one_is_killed_in_the_middle()
    {
        ForReal.IfProved(
            Two_workers_at_most_are_hired_for_3_jobs, Each_outcome_is_at_its_job,
            A_worker_who_dies_is_replaced_and_the_job_is_tried_again,
            A_job_that_kills_two_workers_is_reported_and_the_others_are_done,
            Every_worker_is_let_go_dead_or_alive);
        using var office = new Office();

        office.Do(["square 2", "square 3", "hold 4", "square 5", "crash 6", "square 7"]);

        office.ShouldHaveAnswered("4, 9, 16, 25, not done, 49");
        office.ShouldHaveHired(atMost: 5, "2 are allowed; 1 was killed, and 2 have crashed");
        office.ShouldBeEmpty();
    }

    /// <summary>A task hands on what it met as one of several.</summary>
    static bool IsOrHas(Exception? error, Exception expected) =>
        error == expected || error is AggregateException several
            && several.Flatten().InnerExceptions.Contains(expected);

    /// <summary>No attempt can know it.</summary>
    sealed class Unheard() : Exception("made on purpose");

    static string Answers(IEnumerable<Outcome?> outcomes) => string.Join(", ", outcomes.Select(it =>
        it is null ? "no outcome" : it.Answer ?? $"{it.Job} is not done"));
}
