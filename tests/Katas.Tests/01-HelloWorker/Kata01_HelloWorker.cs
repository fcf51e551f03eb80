using Interleavings;
using Katas.HelloWorker;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

[TestFixture, Kata(1, "HelloWorker", "katas/01-HelloWorker/Hello.cs")]
public class Kata01_HelloWorker
{
    [Test, EveryInterleaving]
    public void The_worker_finishes_before_main_says_that_it_has()
    {
        var report = Hello.Run();

        report.Lines.ShouldBe(
            ["worker finished", "main finished"], "main said too early that it had finished");
    }

    [Test, EveryInterleaving]
    public void The_worker_runs_on_a_thread_of_its_own()
    {
        var report = Hello.Run();

        report.WorkerThreadId.ShouldNotBe(0, "the worker's thread id is missing");
        report.WorkerThreadId.ShouldNotBe(
            Environment.CurrentManagedThreadId, "the worker ran on the main thread");
    }

    [Test, EveryInterleaving]
    public void The_id_is_that_of_the_worker_and_of_no_other_thread()
    {
        var earlier = new Thread(() => { });
        var before = earlier.ManagedThreadId;

        var report = Hello.Run();

        var later = new Thread(() => { }).ManagedThreadId;
        new[] { before, later }.ShouldNotContain(
            report.WorkerThreadId, "this is the id of a thread that the worker did not run on");
    }

    [Test]
    public void There_is_a_worker_beside_main()
    {
        // An execution tells its steps only if it fails.
        var verdict = Explorer.Replay(new Schedule([]), () =>
        {
            Hello.Run();
            throw new Ended();
        });

        // Without a failure it was refused, and the verdict says what and why.
        var failure = verdict.Failure ?? throw new ShouldAssertException(verdict.ToString());
        failure.Operations.Count.ShouldBeGreaterThan(1, "there is no worker: main did it all");
    }

    [Test, EveryInterleaving]
    public void A_second_run_is_like_the_first()
    {
        Hello.Run();

        var report = Hello.Run();

        report.Lines.ShouldBe(
            ["worker finished", "main finished"], "in a second run, main said too early that it had finished");
        report.WorkerThreadId.ShouldNotBe(0, "in a second run, the worker's thread id is missing");
    }

    [Test, EveryInterleaving]
    public void The_report_names_the_process_and_the_main_thread()
    {
        var report = Hello.Run();

        report.ProcessId.ShouldBe(Environment.ProcessId, "this is not the process id");
        report.MainThreadId.ShouldBe(
            Environment.CurrentManagedThreadId, "this is not the main thread's id");
    }

    sealed class Ended : Exception;
}
