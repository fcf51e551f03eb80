using Interleavings;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Host.Tests;

/// <summary>What a run that has solved a kata hands on to the board.</summary>
public class MeasurementTests
{
    [Test]
    public void A_solved_kata_brings_the_question_of_its_README()
    {
        QuestionOf("katas/05-LockFix/Counter.cs").ShouldNotBeNull()
            .ShouldStartWith("What changes if ");
    }

    [Test]
    public void Without_a_README_there_is_no_question()
    {
        QuestionOf("katas/99-Nowhere/Work.cs").ShouldBeNull();
    }

    /// <summary>Any class of tests will do for the specs.</summary>
    static string? QuestionOf(string file)
    {
        var specs = typeof(MistakeTests);
        var seen = SpecRun.Specs(specs).ToDictionary(name => name, _ => new Seen(true));
        var kata = new Kata(5, "LockFix", file, specs);

        return new Measurement(seen, Delivered.FromThisBuild()).Of([kata])
            .Certificate.ShouldNotBeNull().AndThen;
    }
}
