using Interleavings.Reporting;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Reporting;

public sealed class DiagramTests
{
    static readonly Failure folded = DiagramExamples.Long_trace_is_folded().Failure!;

    [Test]
    public void A_diagram_stands_alone()
    {
        var failure = AssertionExamples.Lost_update().Failure!;
        Example.All().Single(e => e.Name == nameof(AssertionExamples.Lost_update)).Text
            .ShouldContain(Diagram.Of(failure));
    }

    [Test]
    public void It_keeps_to_the_lines_it_is_given([Range(6, 40)] int lines)
    {
        Diagram.Of(folded, lines).Split('\n').Length.ShouldBeInRange(lines - 1, lines);
    }

    [Test]
    public void Folding_keeps_what_decides([Range(7, 12)] int lines)
    {
        var diagram = Diagram.Of(folded, lines);
        diagram.ShouldContain("count → 0");
        diagram.ShouldContain("✗ lost update");
    }

    [Test]
    public void The_tests_own_checks_after_its_workers_have_no_column()
    {
        Diagram.Of(AssertionExamples.Lost_update().Failure!).ShouldNotContain("main");
    }

    [Test]
    public void A_step_of_one_operation_alone_explains_no_endless_loop()
    {
        Diagram.Of(RunawayExamples.Endless_loop().Failure!).ShouldBeEmpty();
    }
}
