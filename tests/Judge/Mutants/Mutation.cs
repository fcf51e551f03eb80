using System.Text.Json;

namespace Judging.Mutants;

/// <summary>The command that runs the gate.</summary>
static class Mutation
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <returns>
    /// 0; 1 if a mutant is accepted that is not known to be equivalent; 2 for arguments that aren't
    /// understood.
    /// </returns>
    internal static int Run(IReadOnlyList<string> arguments)
    {
        var (kata, answer, each, json) = ("", "", 1, "");
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : null;
            switch (arguments[i])
            {
                case "--kata" when value is not null: kata = value; break;
                case "--answer" when value is not null: answer = value; break;
                case "--each" when int.TryParse(value, out each) && each > 0: break;
                case "--json" when value is not null: json = value; break;
                default:
                    Console.Error.WriteLine($"Not understood: {arguments[i]} {value}");
                    return 2;
            }
        }
        var done = 0;
        var verdicts = Gate.Run(
            origin => origin.Kata.StartsWith(kata, StringComparison.Ordinal)
                && origin.Name.Contains(answer, StringComparison.Ordinal),
            each, _ => Progress(++done));
        if (json != "") File.WriteAllText(json, JsonSerializer.Serialize(verdicts, Indented));
        Console.Out.Write(MutantTable.Of(verdicts));
        return verdicts.Any(v => v is { IsAccepted: true, IsEquivalent: false }) ? 1 : 0;
    }

    static void Progress(int done)
    {
        if (done % 50 == 0) Console.Error.WriteLine($"{done} judged");
    }
}
