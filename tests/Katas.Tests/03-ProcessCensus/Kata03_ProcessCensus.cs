using System.ComponentModel;
using System.Diagnostics;
using Interleavings;
using Katas.ProcessCensus;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

[TestFixture, Kata(3, "ProcessCensus", "katas/03-ProcessCensus/Census.cs")]
public class Kata03_ProcessCensus
{
    static readonly ListedProcess Shell = new(7, "shell", 1);
    static readonly ListedProcess Editor = new(9, "editor", 12);

    [Test]
    public void Every_process_is_listed_with_its_number_name_and_threads()
    {
        Counted.Of(Shell.Again(), Editor.Again())
            .ShouldBe("Both of them live.", "7 shell 1", "9 editor 12");
    }

    [TestCase(0), TestCase(1)]
    public void A_process_that_ends_after_so_many_questions_is_left_out(int answers)
    {
        Counted.Of(Shell.Again(), Ending(answers), Editor.Again())
            .ShouldBe("8 has ended, 7 and 9 have not.", "7 shell 1", "9 editor 12");
    }

    [Test]
    public void A_process_that_ends_after_two_questions_is_listed_in_full_or_not_at_all()
    {
        // Two answers make a line, if they are the name and the number of threads.
        Counted.Of(Shell.Again(), Ending(answers: 2), Editor.Again()).Without("8 guest 2")
            .ShouldBe("8 has ended, 7 and 9 have not.", "7 shell 1", "9 editor 12");
    }

    [TestCase(0), TestCase(1)]
    public void A_process_that_denies_access_after_so_many_questions_is_left_out(int answers)
    {
        Counted.Of(Shell.Again(), Guarded(answers), Editor.Again())
            .ShouldBe("8 may not be looked at, 7 and 9 may.", "7 shell 1", "9 editor 12");
    }

    [Test]
    public void Every_handle_is_given_back_whatever_became_of_the_process()
    {
        (string What, ListedProcess Process)[] processes =
        [
            ("that lives", Shell.Again()),
            ("that had ended", Ending(0)),
            ("that ended after one question", Ending(1)),
            ("that ended after two questions", Ending(2)),
            ("that denied access", Guarded(0)),
            ("that denied access after one question", Guarded(1)),
        ];

        Counted.Of([.. processes.Select(it => it.Process)]);

        var open = processes.FirstOrDefault(it => !it.Process.IsDisposed).What;
        if (open is not null)
            Assert.Fail($"The handle of a process {open} was never given back: Dispose it.");
    }

    static IEnumerable<TestCaseData> Unexpected() =>
    [
        new TestCaseData(new Unheard()).SetArgDisplayNames("of no kind known"),
        new TestCaseData(new OperationCanceledException("Process 8 was cancelled, by nobody."))
            .SetArgDisplayNames("cancelled"),
    ];

    [TestCaseSource(nameof(Unexpected))]
    public void An_error_that_nobody_expects_is_not_hidden(Exception unexpected)
    {
        var remote = new ListedProcess(8, "guest", 2) { Answers = 0, Then = unexpected };

        var error = Counted.ErrorOf([Shell.Again(), remote, Editor.Again()], out _);

        if (!IsOrHas(error, unexpected))
            Assert.Fail($"""
                A process threw an error that nobody expects, and the census hid it: let it out.
                  {unexpected.GetType().Name} means neither an end nor a denial.
                """);
    }

    [TestCaseSource(nameof(Unexpected))]
    public void The_handle_is_given_back_when_an_unexpected_error_ends_the_census(Exception unexpected)
    {
        var shell = Shell.Again();
        var remote = new ListedProcess(8, "guest", 2) { Answers = 1, Then = unexpected };

        Counted.ErrorOf([shell, remote], out _);

        if (!shell.IsDisposed || !remote.IsDisposed)
            Assert.Fail("A process threw an error that nobody expects, and its handle was never given"
                + " back: Dispose it on that way out, too.");
    }

    [Test, EveryInterleaving]
    public void The_census_is_the_same_in_every_interleaving()
    {
        var entries = Census.Of([Shell.Again(), Ending(1), Editor.Again()]);

        entries.ShouldBe([new(7, "shell", 1), new(9, "editor", 12)], "7 and 9 live, 8 has ended");
    }

    [Test]
    public void This_machine_is_counted_while_one_of_its_processes_ends()
    {
        using var child = RealChild.Start();
        using var here = Process.GetCurrentProcess();
        var processes = Machine.Processes();
        child.End();

        var census = Counted.Of([.. processes]);

        census.ShouldHave(here.Id, here.ProcessName);
        census.ShouldNotHave(child.Id, "it has ended before it could be asked");
    }

    static ListedProcess Ending(int answers) => new(8, "guest", 2)
    {
        Answers = answers,
        Then = new InvalidOperationException("Process 8 has ended."),
    };

    static ListedProcess Guarded(int answers) => new(8, "guest", 2)
    {
        Answers = answers,
        Then = new Win32Exception("Process 8 may not be looked at: access is denied."),
    };

    /// <summary>A parallel query or loop hands on what it met as one of several.</summary>
    static bool IsOrHas(Exception? error, Exception expected) =>
        error == expected || error is AggregateException several
            && several.Flatten().InnerExceptions.Contains(expected);

    /// <summary>What no one catches by its name: nobody else knows it.</summary>
    sealed class Unheard() : Exception("Process 8 is on another machine.");
}
