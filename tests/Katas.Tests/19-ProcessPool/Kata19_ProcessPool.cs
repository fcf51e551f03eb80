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

        Answers(outcomes).ShouldBe("a is done, b is done");
        staff.Hired.ShouldBeLessThanOrEqualTo(3, "only one has died, and 2 are allowed");
    }

    [Test, EveryInterleaving]
    public void A_job_that_kills_two_workers_is_reported_and_the_others_are_done()
    {
        var staff = new Staff { IsFatal = (job, _) => job == "a" };

        var outcomes = new Pool(2, staff.Hire).Do(["a", "b"]);

        Answers(outcomes).ShouldBe("a is not done, b is done");
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

    static string Answers(IEnumerable<Outcome?> outcomes) => string.Join(", ", outcomes.Select(it =>
        it is null ? "no outcome" : it.Answer ?? $"{it.Job} is not done"));
}
