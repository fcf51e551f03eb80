using System.Text;
using System.Text.Json;
using Judging.Dojo;

namespace Judging.Mutants;

/// <summary>The child's side of a <see cref="Lane"/>.</summary>
static class InTurn
{
    internal static void Run(string token)
    {
        // Its own: an attempt may set Console.Out, or close it.
        using var output = new StreamWriter(
            Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        Console.SetIn(TextReader.Null);
        while (input.ReadLine() is { } line)
        {
            var attempt = JsonSerializer.Deserialize<Attempt>(line)!;
            var kata = Course.Katas.Single(k => Course.Folder(k) == attempt.Kata);
            var judgement = Course.Judge.Run(
                attempt, kata.Specs.FullName!, isLast: spec => !spec.Passed);
            output.WriteLine($"\n{token}{JsonSerializer.Serialize(judgement)}");
        }
    }
}
