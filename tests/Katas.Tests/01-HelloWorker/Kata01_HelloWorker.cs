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
    public void The_report_names_the_process_and_the_main_thread()
    {
        var report = Hello.Run();

        report.ProcessId.ShouldBe(Environment.ProcessId, "this is not the process id");
        report.MainThreadId.ShouldBe(
            Environment.CurrentManagedThreadId, "this is not the main thread's id");
    }
}
