using Commutation.Rules;
using NUnit.Framework;
using Shouldly;

namespace Commutation.Primitives;

/// <summary>
/// Two public calls of one primitive. All of the pairs: <c>--filter Primitives --test-parameter
/// pairs=all</c>. Those of one type: <c>--filter Show_a_primitive --test-parameter type=Barrier</c>.
/// </summary>
public class PrimitiveTests
{
    /// <summary>A sample has one pair in so many.</summary>
    const int Fraction = 24;

    [Test]
    public void What_two_calls_do_for_real_is_explored()
    {
        var isWhole = TestContext.Parameters.Get("pairs") == "all";
        var summary = PrimitiveGate.Run(fraction: isWhole ? 1 : Fraction);
        TestContext.Progress.WriteLine($"{summary}");
        if (isWhole)
        {
            Approved.OfPrimitives.Receive(Table.Of(summary));
            TestContext.Progress.WriteLine(Table.Others(summary));
        }
        var unknown = summary.Disagreements
            .Where(d => !Approved.OfPrimitives.Lines.Contains(d.Line)).ToList();
        if (Approved.OfPrimitives.IsForThisFramework) unknown.ShouldBeEmpty();
        else foreach (var d in unknown) TestContext.Progress.WriteLine($"{d}");
    }

    [Test]
    public void Show_a_primitive()
    {
        var summary = PrimitiveGate.Run(type: TestContext.Parameters.Get("type", "Lock"));

        summary.Compared.ShouldNotBeEmpty();
        TestContext.Progress.WriteLine(Table.Of(summary) + Table.Others(summary));
    }
}
