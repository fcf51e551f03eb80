using NUnit.Framework;
using NUnit.Framework.Internal;
using Shouldly;

namespace SecondOpinion;

/// <summary>
/// Two engines, by different people, on the same programs. Where they differ, one of them is wrong,
/// and disagreements.md says which and why.
/// </summary>
public class SecondOpinionTests
{
    static IReadOnlyList<Row> rows = [];

    [OneTimeSetUp]
    public static void Ask()
    {
        // What the specs assert is no business of this test's.
        using var isolated = new TestExecutionContext.IsolatedContext();
        using var asked = new Asked();
        rows = asked.Rows();
    }

    [Test]
    public Task The_two_say_what_they_said() => Verify(Table.Of(rows));

    [Test]
    public void Every_disagreement_is_explained()
    {
        var known = Disagreements.Read();

        rows.Where(row => !row.Agrees && !known.ContainsKey(Disagreements.Key(row)))
            .Select(row => $"{Disagreements.Key(row)} ({row.Coyote.Spec}: {row.Coyote.What});"
                + $" explorer: {row.Explorer.Opinion.Kind} ({row.Explorer.Opinion.Spec})")
            .ShouldBeEmpty();
    }

    [Test]
    public void No_explanation_is_left_over()
    {
        var needed = rows.Where(row => !row.Agrees).Select(Disagreements.Key);

        Disagreements.Read().Keys.Except(needed).ShouldBeEmpty();
    }
}
