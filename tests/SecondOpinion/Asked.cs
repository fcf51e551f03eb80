using System.Collections.Concurrent;
using Judging;
using Katas.Tests;
using Katas.Tests.Board;
using NUnit.Framework;
using NUnit.Framework.Internal;
using Weaving;

namespace SecondOpinion;

/// <summary>Both engines, asked about all programs.</summary>
sealed class Asked : IDisposable
{
    static readonly string SpecsPath = typeof(Kata01_HelloWorker).Assembly.Location;

    static readonly WovenImage WovenSpecs = new(
        File.ReadAllBytes(SpecsPath), File.ReadAllBytes(Path.ChangeExtension(SpecsPath, ".pdb")));

    readonly string folder = Directory.CreateTempSubdirectory("opinion").FullName;
    readonly IReadOnlyList<Case> cases;
    readonly IReadOnlyList<Compilation> compiled;

    internal Asked(Func<Case, bool>? isAsked = null)
    {
        var katas = Kata.In(typeof(Kata01_HelloWorker).Assembly);
        cases = [.. Case.All(katas).Where(isAsked ?? (_ => true))];
        compiled = [.. cases.Select((c, number) => c.Compiled(number))];
        for (var i = 0; i < cases.Count; i++)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(KatasOf(i))!);
            File.WriteAllBytes(KatasOf(i), compiled[i].Dll);
        }
        Coyote.Rewrite(folder, Enumerable.Range(0, cases.Count)
            .Select(i => Path.GetRelativePath(folder, KatasOf(i)).Replace('\\', '/')));
    }

    internal IReadOnlyList<Row> Rows()
    {
        var explored = cases.Select((c, i) => Explored.Of(Woven(i))).ToList();
        var coyotes = new ConcurrentDictionary<int, Opinion>();
        Parallel.For(0, cases.Count, new() { MaxDegreeOfParallelism = Environment.ProcessorCount },
            i =>
            {
                coyotes[i] = Coyote.Of(KatasOf(i), cases[i].Kata.Specs);
                // It takes minutes: whoever waits sees that it goes on.
                Console.Error.WriteLine(
                    $"{cases[i].Name}: {explored[i].Opinion.Kind}; Coyote: {coyotes[i].Kind}");
            });
        return [.. cases.Select((c, i) => new Row(c.Name, explored[i], coyotes[i]))];
    }

    internal IEnumerable<(Case Case, Type Woven, string Rewritten)> Programs() =>
        cases.Select((c, i) => (c, Woven(i), KatasOf(i)));

    /// <summary>The class with the specs, beside that answer.</summary>
    Type Woven(int i) => new Bench(
        Weaver.Weave(compiled[i].Dll, compiled[i].Pdb, Compilation.References), WovenSpecs)
        .Specs.GetType(cases[i].Kata.Specs.FullName!)!;

    string KatasOf(int i) => Path.Combine(folder, $"{i}", "Katas.dll");

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
