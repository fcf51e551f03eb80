using System.Diagnostics;
using System.Runtime.Loader;
using Interleavings;
using Judging;
using Katas.Tests.Board;
using NUnit.Framework;
using Weaving;

namespace HostileKatas;

/// <summary>
/// The child's side: one kata after the other is compiled, woven and explored, in one process, as in
/// a learner's run. What is said of each is written down before the next begins.
/// </summary>
static class Host
{
    /// <summary>What takes longer is not run twice.</summary>
    static readonly TimeSpan quick = TimeSpan.FromSeconds(0.5);

    static readonly string specs = File.ReadAllText(Path.Combine(
        Repository.Root, "tests", "HostileKatas", "Host", "Specs.cs"));

    static readonly string[] references =
    [
        .. Compilation.References, typeof(TestAttribute).Assembly.Location,
        typeof(Explorer).Assembly.Location, typeof(EveryInterleavingAttribute).Assembly.Location,
    ];

    /// <param name="file">For what is said: a line a case.</param>
    internal static void Run(IEnumerable<string> names, string file)
    {
        foreach (var name in names)
            File.AppendAllText(file, Tell(Case.Named(name)).Line() + "\n");
    }

    static Told Tell(Case it)
    {
        var fixture = Loaded(it).GetType("Specs")!;
        var clock = Stopwatch.StartNew();
        var (kata, next) = Results(fixture);
        var seconds = clock.Elapsed;
        var again = seconds < quick ? Results(fixture).Kata.Message : null;
        return new(it.Name, kata.Passed, kata.Message, again,
            next.Passed ? "" : next.Message, seconds.TotalSeconds);
    }

    static (SpecResult Kata, SpecResult Next) Results(Type fixture) =>
        SpecRun.Of(fixture) is [var kata, var next]
            ? (kata, next)
            : throw new InvalidOperationException("Two specs have to be told of.");

    static System.Reflection.Assembly Loaded(Case it)
    {
        var compiled = Compilation.Of(
            [("Kata.cs", it.Text), ("Specs.cs", it.IsAsync ? specs.Replace("void The_kata", "Task The_kata") : specs)],
            references);
        if (compiled.Errors.Count > 0)
            throw new FormatException($"{it} does not compile: {string.Join('\n', compiled.Errors)}");
        var woven = Weaver.Weave(compiled.Dll, compiled.Pdb, references);
        return new AssemblyLoadContext(it.Name).LoadFromStream(
            new MemoryStream(woven.Dll), new MemoryStream(woven.Pdb));
    }
}
