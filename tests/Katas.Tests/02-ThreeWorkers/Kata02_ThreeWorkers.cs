using Interleavings;
using Katas.Tests.Board;
using Katas.ThreeWorkers;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

[TestFixture, Kata(2, "ThreeWorkers", "katas/02-ThreeWorkers/Crew.cs")]
public class Kata02_ThreeWorkers
{
    [Test, EveryInterleaving]
    public void Three_workers_are_at_work_at_once()
    {
        var meeting = new Barrier(3);

        Crew.Run(
            () => meeting.SignalAndWait(),
            () => meeting.SignalAndWait(),
            () => meeting.SignalAndWait());
    }

    [Test, EveryInterleaving]
    public void Every_job_is_done_once_when_Run_returns()
    {
        var times = new int[3];

        Crew.Run(() => times[0]++, () => times[1]++, () => times[2]++);

        times.ShouldBe(
            [1, 1, 1], "Run returned before every job was done, or did one of them twice");
    }

    [Test, EveryInterleaving]
    public void Each_job_has_a_worker_thread_of_its_own()
    {
        var threads = new int[4];
        threads[3] = Environment.CurrentManagedThreadId;

        Crew.Run(
            () => threads[0] = Environment.CurrentManagedThreadId,
            () => threads[1] = Environment.CurrentManagedThreadId,
            () => threads[2] = Environment.CurrentManagedThreadId);

        threads.Distinct().Count().ShouldBe(threads.Length,
            "two jobs, or a job and the caller, shared a thread: each job needs a thread of its own,"
            + " and the pool's threads do one job after the other");
    }

    [TestCase(0), TestCase(1), TestCase(2), TestCase(4), EveryInterleaving]
    public void Any_number_of_jobs_are_at_work_at_once(int number)
    {
        var meeting = new Barrier(number);
        var times = new int[number];

        Crew.Run([.. Enumerable.Range(0, number).Select(job => (Action)(() =>
        {
            meeting.SignalAndWait();
            times[job]++;
        }))]);

        times.ShouldAllBe(count => count == 1, "a job was left out, or done twice");
    }
}
