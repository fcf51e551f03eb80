using System.Text;

namespace Judging.Mutants;

/// <summary>
/// How many mutants of each kata were made, rejected and accepted, and how many of these are equivalent;
/// then those that are accepted and are not. A pure function.
/// </summary>
static class MutantTable
{
    internal static string Of(IReadOnlyList<Verdict> verdicts)
    {
        var text = new StringBuilder();
        text.AppendLine($"{"kata",-22}{"made",6}{"rejected",10}{"accepted",10}{"equivalent",12}");
        foreach (var kata in verdicts.GroupBy(v => v.Mutant.Kata))
            text.AppendLine(Row(kata.Key, [.. kata]));
        text.AppendLine(Row("all", verdicts));
        foreach (var kata in verdicts.Where(v => v is { IsAccepted: true, IsEquivalent: false })
            .GroupBy(v => v.Mutant.Kata))
        {
            text.AppendLine().AppendLine(kata.Key);
            foreach (var (mutant, _, _) in kata)
            {
                text.AppendLine($"  {mutant.Answer}, line {mutant.Line}: {mutant.Operator}");
                text.AppendLine($"    - {mutant.Was}").AppendLine($"    + {mutant.Became}");
            }
        }
        return text.ToString().ReplaceLineEndings("\n");
    }

    static string Row(string name, IReadOnlyList<Verdict> verdicts)
    {
        var accepted = verdicts.Count(v => v.IsAccepted);
        var equivalent = verdicts.Count(v => v is { IsAccepted: true, IsEquivalent: true });
        return $"{name,-22}{verdicts.Count,6}{verdicts.Count - accepted,10}{accepted,10}{equivalent,12}";
    }
}
