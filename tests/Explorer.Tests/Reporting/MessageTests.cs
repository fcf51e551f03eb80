using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Reporting;

public sealed class MessageTests
{
    [TestCaseSource(typeof(Example), nameof(Example.All))]
    public void Reads_as_approved(Example example)
    {
        Approve(example.Text, example.Name);
    }

    [TestCaseSource(typeof(Example), nameof(Example.All))]
    public void Fits_into_a_terminal_with_a_board_under_it(Example example)
    {
        var lines = example.Text.Split('\n');
        lines.Length.ShouldBeLessThanOrEqualTo(24);
        foreach (var line in lines)
        {
            Interleavings.Reporting.Text.Width(line).ShouldBeLessThanOrEqualTo(78, line);
            line.ShouldBe(line.TrimEnd());
            line.ShouldNotContain('\t');
        }
    }

    [Test]
    public void Every_kind_of_failure_and_every_outcome_has_an_example()
    {
        var examples = Example.All().ToList();
        examples.Select(e => e.Verdict.Outcome).Distinct().Order().ShouldBe(Enum.GetValues<Outcome>());
        examples.Select(e => e.Verdict.Failure?.Kind).OfType<FailureKind>().Distinct().Order()
            .ShouldBe(Enum.GetValues<FailureKind>());
    }

    [Test]
    public void A_change_of_wording_fails()
    {
        var exception = Should.Throw<ShouldMatchApprovedException>(
            () => Approve("other words", nameof(OutcomeExamples.Proved)));
        exception.Message.ShouldContain("other words");
        File.Delete(Path.Combine(Folder(), $"{nameof(OutcomeExamples.Proved)}.received.txt"));
    }

    static void Approve(string text, string name) => text.ShouldMatchApproved(c => c
        .NoDiff()
        .LocateTestMethodUsingAttribute<NUnitAttribute>()
        .SubFolder("Approved")
        .WithFilenameGenerator((_, _, type, extension) => $"{name}.{type}.{extension}"));

    static string Folder([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "Approved");
}
