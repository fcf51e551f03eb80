using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Host.Tests;

/// <summary>What ends the process with the specs does not end the run.</summary>
public class ParentTests
{
    const int Aborted = 134;

    string folder = "";
    Journal journal = null!;
    readonly List<string> told = [];

    [SetUp]
    public void Make()
    {
        folder = Directory.CreateTempSubdirectory("parent").FullName;
        journal = new(Path.Combine(folder, "journal"));
        told.Clear();
        File.WriteAllBytes(journal.Path, []);
    }

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [TestCase(0)]
    [TestCase(2)]
    [TestCase(8)]
    public void A_run_that_ends_normally_keeps_its_exit_code(int exitCode) =>
        Follow(_ =>
        {
            journal.Begun("Katas.Tests.Kata05.It");
            journal.Ended("Katas.Tests.Kata05.It", true, "");
            journal.Done();
            return exitCode;
        }).ShouldBe(exitCode);

    [Test]
    public void A_process_that_ends_in_a_spec_is_followed_by_one_that_knows_the_spec()
    {
        Seen? failed = null;

        Follow(isRest =>
        {
            if (!isRest)
            {
                journal.Begun("Katas.Tests.Kata04.It");
                journal.Ended("Katas.Tests.Kata04.It", true, "Proved.");
                journal.Begun("Katas.Tests.Kata05.It_counts(2)");
                return Aborted;
            }
            var run = journal.Read();
            run.Seen["Katas.Tests.Kata04.It"].ShouldBe(new(true, "Proved."));
            failed = run.Seen["Katas.Tests.Kata05.It_counts(2)"];
            journal.Done();
            return Parent.Failed;
        }).ShouldBe(Parent.Failed);

        failed!.Passed.ShouldBeFalse();
        failed.Text.ShouldStartWith(
            "Kata05.It_counts ended the process that runs the specs (exit code 134).");
    }

    [Test]
    public void A_spec_that_ends_the_process_of_the_board_is_left_out_by_the_next()
    {
        var runs = 0;
        journal.IsQuiet = true;

        Follow(_ =>
        {
            var ends = journal.Read().Ends;
            ends.Count.ShouldBe(runs);
            if (++runs < 4) journal.Begun($"Katas.Tests.Kata0{runs}.It");
            else journal.Done();
            return runs < 4 ? Aborted : Parent.Failed;
        }).ShouldBe(Parent.Failed);

        runs.ShouldBe(4);
        var run = journal.Read();
        run.Ends.Select(end => end.Spec).ShouldBe(
            ["Katas.Tests.Kata01.It", "Katas.Tests.Kata02.It", "Katas.Tests.Kata03.It"]);
        run.Seen.ShouldBeEmpty();
        Ends.Of(run.Ends[0]).ShouldBe(
            "Kata01.It, which this run does not show, ends the process (exit code 134).");
    }

    [Test]
    public void Where_the_board_itself_cannot_be_shown_the_run_ends_and_says_so()
    {
        Follow(_ => Aborted).ShouldBe(Parent.Failed);

        told.ShouldHaveSingleItem().ShouldStartWith(
            "The process that shows the board ended outside of a spec");
    }

    [Test]
    public void Between_two_specs_the_last_one_is_named()
    {
        journal.Begun("Katas.Tests.Kata12.It");
        journal.Ended("Katas.Tests.Kata12.It", true, "");
        journal.ProcessEnded(Aborted);

        Ends.Of(journal.Read().Ends.Single())
            .ShouldStartWith("The process that runs the specs ended after Kata12.It, outside of a spec");
    }

    [TestCase(130)]
    [TestCase(143)]
    public void A_run_that_is_told_to_end_ends(int exitCode) =>
        Follow(_ => exitCode).ShouldBe(exitCode);

    [Test]
    public void An_interrupted_run_is_not_started_again() =>
        Parent.Follow(journal, _ => Aborted, () => true, told.Add).ShouldBe(Aborted);

    [Test]
    public void An_interrupted_run_does_not_count_as_finished() =>
        Parent.Follow(journal, _ => 0, () => true, told.Add).ShouldBe(130);

    [Test]
    public void What_an_earlier_run_left_is_still_known_to_the_next_process()
    {
        journal.Left("Kata03.It");
        journal.ProcessEnded(Aborted);

        journal.Read().Left.ShouldBe(["Kata03.It"]);
    }

    [Test]
    public void What_a_process_had_begun_to_write_when_it_ended_does_not_count()
    {
        journal.Begun("Katas.Tests.Kata05.It");
        journal.Ended("Katas.Tests.Kata05.It", true, "Proved.");
        using (var file = File.OpenWrite(journal.Path)) file.SetLength(file.Length - 1);

        journal.Read().Current.ShouldBe("Katas.Tests.Kata05.It");
    }

    [TestCase("--server dotnettestcli --dotnet-test-pipe x", ExpectedResult = true)]
    [TestCase("--filter 05 --server dotnettestcli --dotnet-test-pipe x", ExpectedResult = true)]
    [TestCase("--list-tests --server dotnettestcli --dotnet-test-pipe x", ExpectedResult = false)]
    [TestCase("--server --client-port 5000", ExpectedResult = false)]
    [TestCase("--filter 05", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    public bool Only_dotnet_test_gets_a_parent(string arguments) =>
        Parent.IsWanted(arguments.Split(' '), isDebugged: false, runsSolutions: false);

    [Test]
    public void A_debugger_gets_no_parent() => Parent.IsWanted(
        ["--server", "dotnettestcli"], isDebugged: true, runsSolutions: false).ShouldBeFalse();

    int Follow(Func<bool, int> run) => Parent.Follow(journal, run, () => false, told.Add);
}
