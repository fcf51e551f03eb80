using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Host.Tests;

/// <summary>The board as approved text: a change of its wording is seen in review.</summary>
public class BoardTextTests
{
    [Test]
    public void A_first_run()
    {
        Text(MadeUp.Katas(1, 2, 4, 5, 10)).ShouldBe("""
            0/5 katas solved   (✔ solved, ✎ attempted, · not started)
            ·· Units of execution  ··· Shared memory
            Next: edit katas/01-HelloWorker/Work.cs (its README.md says what).
            """);
    }

    [Test]
    public void Thirteen_katas_fold_into_a_line()
    {
        Text(MadeUp.Katas([.. Enumerable.Range(1, 13)])).ShouldBe("""
            0/13 katas solved   (✔ solved, ✎ attempted, · not started)
            ··· Units of execution  ········ Shared memory  ·· Parallel threads
            Next: edit katas/01-HelloWorker/Work.cs (its README.md says what).
            """);
    }

    [Test]
    public void Katas_solved_out_of_order_and_one_attempted()
    {
        var progress = MadeUp.Katas([.. Enumerable.Range(1, 29)])
            .With(KataState.Solved, 1, 2, 3, 4, 6).With(KataState.Attempted, 5);

        Text(progress).ShouldBe("""
            5/29 katas solved   (✔ solved, ✎ attempted, · not started)
            ✔✔✔ Units of execution  ✔✎✔····· Shared memory  ·· Parallel threads  ··· Async
            ···· Processes          · Choosing              ········ Beyond
            Next: katas/05-LockFix/Work.cs, 1 of 3 specs pass.
            Stuck? dotnet run --project tests/Board -- hint 05
            """);
    }

    [Test]
    public void A_run_that_was_killed_is_told_of_in_the_next()
    {
        Text(MadeUp.Katas(5) with { Left = ["Kata05_LockFix.No_update_is_lost"] }).ShouldStartWith("""
            The last run ended in the middle of Kata05_LockFix.No_update_is_lost: it was
            killed, or took its process with it.
            """);
    }

    [Test]
    public void A_known_mistake_gets_its_hint()
    {
        var progress = MadeUp.Katas(5).With(KataState.Attempted, 5) with
        {
            Hint = "volatile orders single reads and writes.",
        };

        Text(progress).ShouldEndWith("""
            Next: katas/05-LockFix/Work.cs, 1 of 3 specs pass.
            Hint: volatile orders single reads and writes.
            """);
    }

    [Test]
    public void A_kata_that_is_solved_shows_its_certificate()
    {
        var progress = MadeUp.Katas(5, 10).With(KataState.Solved, 5);
        progress = progress with { Certificate = new(progress.Katas[0], 3, 1200) };

        Text(progress).ShouldStartWith("""
            05 LockFix is proved: 3 specs, 1,200 interleavings, no data race.
            Compare solutions/05-LockFix: what would change with that one?
            1/2 katas solved
            """);
    }

    [Test]
    public void A_kata_that_is_solved_asks_what_its_README_ends_with()
    {
        var progress = MadeUp.Katas(5, 10).With(KataState.Solved, 5);
        progress = progress with
        {
            Certificate = new(progress.Katas[0], 3, 24)
            {
                AndThen = "What changes if `Increment` makes the lock object anew each time, or if"
                    + " `Value` takes no lock?",
            },
        };

        Text(progress).ShouldStartWith("""
            05 LockFix is proved: 3 specs, 24 interleavings, no data race.
            Compare solutions/05-LockFix, and try this:
            What changes if `Increment` makes the lock object anew each time, or if
            `Value` takes no lock?
            1/2 katas solved
            """);
    }

    [Test]
    public void A_filter_jumps_to_a_kata()
    {
        var progress = MadeUp.Katas(1, 2, 5) with { Shown = 5 };

        Text(progress).ShouldEndWith(
            "Next: edit katas/05-LockFix/Work.cs (its README.md says what).");
    }

    [Test]
    public void All_is_solved()
    {
        var progress = MadeUp.Katas(1, 2, 5).With(KataState.Solved, 1, 2, 5);

        Text(progress).ShouldBe("""
            3/3 katas solved   (✔ solved, ✎ attempted, · not started)
            ✔✔ Units of execution  ✔ Shared memory
            Every kata is solved. Take the explorer home: explore code of your own.
            """);
    }

    [Test]
    public void However_many_katas_it_is_short_and_fits_80_columns()
    {
        var progress = MadeUp.Katas([.. Enumerable.Range(1, 29)], "ProcessFactorials")
            .With(KataState.Attempted, [.. Enumerable.Range(1, 29)]);

        var lines = Text(progress).Split('\n');

        lines.Length.ShouldBeLessThanOrEqualTo(5);
        lines.ShouldAllBe(line => line.Length <= 78);
    }

    [Test]
    public void Every_kata_is_in_one_chapter()
    {
        for (var number = 1; number <= 29; number++)
            Chapter.All.Count(c => c.Has(number)).ShouldBe(1, $"kata {number}");
    }

    static string Text(Progress progress) => BoardText.Of(progress);
}
