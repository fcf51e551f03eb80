using Interleavings;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Host.Tests;

/// <summary>What a run that has solved a kata hands on to the board.</summary>
public class MeasurementTests
{
    const string Counter = "katas/05-LockFix/Counter.cs";

    [Test]
    public void A_solved_kata_brings_the_question_of_its_README()
    {
        QuestionOf(Counter).ShouldNotBeNull()
            .ShouldStartWith("What changes if ");
    }

    [Test]
    public void Without_a_README_there_is_no_question()
    {
        QuestionOf("katas/99-Nowhere/Work.cs").ShouldBeNull();
    }

    [Test]
    public void What_has_passed_counts_in_whichever_order_it_ran()
    {
        var names = SpecRun.Specs(typeof(MistakeTests));
        var seen = new Dictionary<string, Seen>
        {
            [names[2]] = new(true), [names[0]] = new(true), [names[1]] = new(false),
        };

        Measured(seen, Counter).Katas.Single().Passed.ShouldBe(2);
    }

    [TestCase("Next: Take the same lock for line 14, too.", "int count;", null)]
    [TestCase("lost update\n Next: Replay it in the\n debugger.", "int count;", "An object to lock on")]
    [TestCase("lost update\n Next: Replay it in the debugger.", "volatile int count;", "volatile ")]
    public void Where_a_report_has_only_a_formula_the_first_hint_of_the_story_stands_in(
        string message, string code, string? hint)
    {
        var shown = Measurement.HintFor(Kata(Counter), message, code);

        if (hint is null) shown.ShouldBeNull();
        else shown.ShouldNotBeNull().ShouldStartWith(hint);
    }

    static Kata Kata(string file) => new(5, "LockFix", file, typeof(MistakeTests));

    /// <summary>Any class of tests will do for the specs.</summary>
    static Katas.Tests.Board.Progress Measured(Dictionary<string, Seen> seen, string file) =>
        new Measurement(seen, Delivered.FromThisBuild()).Of(
            [Kata(file)]);

    static string? QuestionOf(string file)
    {
        var seen = SpecRun.Specs(typeof(MistakeTests))
            .ToDictionary(name => name, _ => new Seen(true));

        return Measured(seen, file).Certificate.ShouldNotBeNull().AndThen;
    }
}
