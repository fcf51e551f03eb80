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
        Text(Progress()).ShouldBe("""
            ░░░░░  0/5 katas solved     (✔ solved, ✎ attempted, · not started)
            · 01 HelloWorker   · 02 ThreeWorkers   · 04 RaceCounter
            · 05 LockFix       · 10 Deadlock

            Next: edit katas/01-HelloWorker/File.cs. Read its README.md first.
            """);
    }

    [Test]
    public void A_kata_solved_out_of_order_and_one_attempted()
    {
        var progress = Progress(
            (1, KataState.Solved), (2, KataState.Attempted), (5, KataState.Solved));

        Text(progress).ShouldBe("""
            ▓▓░░░  2/5 katas solved     (✔ solved, ✎ attempted, · not started)
            ✔ 01 HelloWorker   ✎ 02 ThreeWorkers   · 04 RaceCounter
            ✔ 05 LockFix       · 10 Deadlock

            Next: katas/02-ThreeWorkers/File.cs, 1 of 3 specs pass. Hints: its README.md.
            """);
    }

    [Test]
    public void A_filter_jumps_to_a_kata()
    {
        var progress = Progress() with { Shown = 5 };

        Text(progress).ShouldEndWith("""
            Next: edit katas/05-LockFix/File.cs. Read its README.md first.
            """);
        BoardText.Line(progress).ShouldBe(
            "0/5 katas solved. Next: 05 LockFix, katas/05-LockFix/File.cs");
    }

    [Test]
    public void All_is_solved()
    {
        var progress = Progress([.. new[] { 1, 2, 4, 5, 10 }.Select(n => (n, KataState.Solved))]);

        Text(progress).ShouldBe("""
            ▓▓▓▓▓  5/5 katas solved     (✔ solved, ✎ attempted, · not started)
            ✔ 01 HelloWorker   ✔ 02 ThreeWorkers   ✔ 04 RaceCounter
            ✔ 05 LockFix       ✔ 10 Deadlock

            Every kata is solved. Take the explorer home: explore code of your own.
            """);
        BoardText.Line(progress).ShouldBe("5/5 katas solved. All done!");
    }

    [Test]
    public void It_fits_80_columns()
    {
        var katas = Enumerable.Range(1, 29).Select(n => new Standing(
            n, "ProcessFactorials", "katas/18-ProcessFactorials/Factorials.cs",
            KataState.Attempted, 11, 12)).ToList();

        Text(new(katas)).Split('\n').ShouldAllBe(line => line.Length <= 80);
    }

    static string Text(Progress progress) => BoardText.Of(progress);

    static Progress Progress(params (int Number, KataState State)[] states)
    {
        Standing Kata(int number, string title) => new(
            number, title, $"katas/{number:00}-{title}/File.cs",
            states.FirstOrDefault(s => s.Number == number).State, 1, 3);

        return new([
            Kata(1, "HelloWorker"), Kata(2, "ThreeWorkers"), Kata(4, "RaceCounter"),
            Kata(5, "LockFix"), Kata(10, "Deadlock")]);
    }
}
