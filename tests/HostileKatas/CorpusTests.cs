using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace HostileKatas;

/// <summary>
/// Whatever a kata does, its verdict is right, comes to an end, is the same the next time, and says
/// what is wrong where; and the kata after it gets its own.
/// </summary>
public class CorpusTests
{
    static readonly IReadOnlyList<Case> cases = Case.All();

    static readonly Lazy<Dictionary<string, Told>> told = new(Run);

    static IEnumerable<TestCaseData> Cases() =>
        cases.Select(it => new TestCaseData(it).SetName($"{it}"));

    static Dictionary<string, Told> Run()
    {
        // Some only wait for their time to run out: others can go on beside them.
        const int lanes = 2;
        return Enumerable.Range(0, lanes).AsParallel().WithDegreeOfParallelism(lanes)
            .SelectMany(i => new Lane([.. cases.Where((_, n) => n % lanes == i)]).Run())
            .ToDictionary(t => t.Case);
    }

    [OneTimeTearDown]
    public void Write_the_table() => File.WriteAllText(
        Path.Combine(TestContext.CurrentContext.TestDirectory, "hostile.txt"),
        Table.Of(cases.Select(it => (it, told.Value[it.Name]))));

    [TestCaseSource(nameof(Cases))]
    public void A_kata_gets_the_message_at_its_head(object hostile)
    {
        var it = (Case)hostile;
        var said = told.Value[it.Name];

        said.TookItsProcess.ShouldBe(it.Kind == Kind.Fatal, said.Message);
        said.Passed.ShouldBe(it.Kind == Kind.Harmless, said.Message);
        Mistake.OneLine(said.Message).ShouldContain(
            it.Phrase, Shouldly.Case.Sensitive, said.Message);
        if (said.Again is not null)
            said.Again.ShouldBe(said.Message, "the second time");
        said.Next.ShouldBeEmpty("the kata that comes after it");
        if (it.Kind != Kind.Hostile) return;
        said.Message.ShouldContain("Kata.cs");
        said.Message.ShouldContain(" Next: ");
    }
}
