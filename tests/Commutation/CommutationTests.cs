using Commutation.Faults;
using Commutation.Rules;
using NUnit.Framework;
using Shouldly;

namespace Commutation;

/// <summary>
/// Two public calls on one object, for real in both orders and explored on two threads. All of the
/// pairs: <c>--test-parameter pairs=all</c>. Those of one type, with what is unsupported:
/// <c>--filter Show --test-parameter type=SortedSet</c>.
/// </summary>
public class CommutationTests
{
    /// <summary>A sample has one subject in so many, and of each, one pair in so many.</summary>
    const int Fraction = 4;

    [Test]
    public void Verdicts_agree_with_both_orders_of_two_calls()
    {
        var isWhole = TestContext.Parameters.Get("pairs") == "all";
        var summary = Gate.Run(fraction: isWhole ? 1 : Fraction);
        TestContext.Progress.WriteLine($"{summary}");
        if (isWhole) Whole(summary);
        var unknown = summary.Disagreements.Where(d => !Approved.OfTypes.Lines.Contains(d.Line)).ToList();
        if (Approved.OfTypes.IsForThisFramework)
            unknown.ShouldBeEmpty();
        else
            foreach (var d in unknown) TestContext.Progress.WriteLine($"{d}");
    }

    static void Whole(Summary summary)
    {
        summary.Compared.Count.ShouldBeGreaterThanOrEqualTo(5_000);
        summary.MostOfOneType.ShouldBeLessThanOrEqualTo(Calls.Pairs.MostOfOneType);
        (5 * summary.Unsupported.Count).ShouldBeLessThanOrEqualTo(summary.Compared.Count);
        var table = Table.Of(summary);
        Approved.OfTypes.Receive(table);
        if (Approved.OfTypes.IsForThisFramework) table.ShouldBe(Approved.OfTypes.Text);
    }

    [TestCaseSource(typeof(Planted), nameof(Planted.All))]
    public void A_planted_cause_of_false_proofs_is_reported(Fault fault)
    {
        PlantedRuns.Sound(fault).IsLeftOut.ShouldBeFalse();
        PlantedRuns.Sound(fault).Unsupported.ShouldBeNull();
        PlantedRuns.Sound(fault).Disagreement.ShouldBeNull();

        PlantedRuns.Faulty(fault).Disagreement.ShouldNotBeNull();
    }

    [Test]
    public void Show_the_pairs_of_a_type()
    {
        var summary = Gate.Run(type: TestContext.Parameters.Get("type", "SortedSet"));

        summary.Compared.ShouldNotBeEmpty();
        TestContext.Progress.WriteLine(Table.Of(summary) + Table.Others(summary));
    }
}
