using Interleavings;
using Katas.JoinBarrier;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

[TestFixture, Kata(11, "JoinBarrier", "katas/11-JoinBarrier/PhasedWork.cs")]
public class Kata11_JoinBarrier
{
    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void With_2_workers_each_finds_what_the_other_did_in_the_phase_before()
    {
        string[] written = ["", ""];
        string[] found = ["", ""];

        PhasedWork.Run(
            2,
            worker => written[worker] = $"by {worker}",
            worker => found[worker] = written[1 - worker]);

        found.ShouldBe(
            ["by 1", "by 0"], "a worker began phase 2 before the other had ended phase 1");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void With_2_workers_and_3_phases_each_phase_waits_for_the_one_before()
    {
        int[] cells = [1, 10];
        int[] sums = [0, 0];

        PhasedWork.Run(
            2,
            worker => sums[worker] = cells[0] + cells[1],
            worker => cells[worker] = sums[1 - worker] + worker,
            worker => sums[worker] = cells[0] + cells[1]);

        sums.ShouldBe([23, 23], "a worker began a phase before the other had ended the one before");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void With_3_workers_nobody_begins_a_phase_before_all_have_ended_the_one_before()
    {
        string[] written = ["", "", ""];
        string[] found = ["", "", ""];

        PhasedWork.Run(
            3,
            worker => written[worker] = $"by {worker}",
            worker => found[worker] = written[(worker + 1) % 3] + ", " + written[(worker + 2) % 3]);

        found.ShouldBe(
            ["by 1, by 2", "by 2, by 0", "by 0, by 1"],
            "a worker began phase 2 before all had ended phase 1");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void In_each_phase_all_workers_are_at_work_at_once()
    {
        var first = new Barrier(2);
        var second = new Barrier(2);

        PhasedWork.Run(2, _ => first.SignalAndWait(), _ => second.SignalAndWait());
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void A_worker_is_one_thread_from_the_first_phase_to_the_last()
    {
        var first = new int[2];
        var second = new int[2];

        PhasedWork.Run(
            2,
            worker => first[worker] = Environment.CurrentManagedThreadId,
            worker => second[worker] = Environment.CurrentManagedThreadId);

        second.ShouldBe(first, "a worker went on as another thread");
        int[] all = [.. first, Environment.CurrentManagedThreadId];
        all.ShouldBeUnique("two workers, or a worker and the caller, shared a thread");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void A_second_run_with_more_workers_is_like_the_first()
    {
        var times = new int[3];

        PhasedWork.Run(2, worker => times[worker]++);
        PhasedWork.Run(3, worker => times[worker]++);

        times.ShouldBe([2, 2, 1], "a phase was left out or done twice");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void One_worker_does_all_phases_by_itself()
    {
        var done = "";

        PhasedWork.Run(1, _ => done += "a", _ => done += "b", _ => done += "c");

        done.ShouldBe("abc", "a phase was left out, done twice, or came too early");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Two_runs_at_once_have_nothing_in_common()
    {
        string[] written = ["", ""];
        string[] found = ["", ""];
        var alone = "";

        Thread[] runs =
        [
            new(() => PhasedWork.Run(
                2,
                worker => written[worker] = $"by {worker}",
                worker => found[worker] = written[1 - worker])),
            new(() => PhasedWork.Run(1, _ => alone += "a", _ => alone += "b")),
        ];
        foreach (var run in runs) run.Start();
        foreach (var run in runs) run.Join();

        (found[0], found[1], alone).ShouldBe(
            ("by 1", "by 0", "ab"), "a worker met those of another run");
    }
}
