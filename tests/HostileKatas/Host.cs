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

    /// <summary>The specs of the katas on the reference solutions, in this process.</summary>
    /// <param name="file">For the results: a line a spec.</param>
    internal static void RunSpecs(string file)
    {
        foreach (var fixture in typeof(Katas.Tests.Kata05_LockFix).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(TestFixtureAttribute), false))
            .OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            foreach (var spec in SpecRun.Of(fixture))
                File.AppendAllText(file,
                    new Told(spec.Name, spec.Passed, spec.Message, null, "", 0).Line() + "\n");
        }
    }

    static Told Tell(Case it)
    {
        var fixture = Loaded(it).GetType("Specs")!;
        var clock = Stopwatch.StartNew();
        var (kata, next) = Results(fixture);
        var seconds = clock.Elapsed;
        var again = it.RunsTwice ? Results(fixture).Kata.Message : null;
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
