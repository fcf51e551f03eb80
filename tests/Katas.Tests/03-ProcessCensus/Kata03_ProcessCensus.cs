using System.ComponentModel;
using System.Diagnostics;
using Katas.ProcessCensus;
using Katas.Tests.Board;
using NUnit.Framework;

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

    [Test]
    public void An_error_that_nobody_expects_is_not_hidden()
    {
        var remote = new ListedProcess(8, "guest", 2)
        {
            Answers = 0,
            Then = new NotSupportedException("Process 8 is on another machine."),
        };

        var error = Counted.ErrorOf([Shell.Again(), remote, Editor.Again()], out _);

        if (error is not NotSupportedException)
            Assert.Fail("""
                A process threw a NotSupportedException, and the census hid it: let it out.
                  It means neither that the process has ended nor that it denies access.
                """);
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
}
