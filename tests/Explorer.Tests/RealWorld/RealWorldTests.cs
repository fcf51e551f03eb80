using System.Reflection;
using System.Runtime.Loader;
using Interleavings.Tests.Features;
using NUnit.Framework;
using Shouldly;
using Verification;
using OptimizationLevel = Microsoft.CodeAnalysis.OptimizationLevel;

namespace Interleavings.Tests.RealWorld;

/// <summary>
/// Assemblies that others wrote, from the packages and the framework at hand: woven, they are as
/// valid as they came, the runtime compiles every method of them, and they do the same work. With
/// <c>--test-parameter libraries=all</c>: all that this process could load, the C# compiler too.
/// </summary>
sealed class RealWorldTests
{
    static readonly string[] some =
    [
        "DiffEngine", "Mono.Cecil", "Shouldly", "Spectre.Console",
        "System.Collections", "System.Collections.Concurrent", "System.Collections.Immutable",
        "System.Linq", "System.Reflection.Metadata", "System.Text.Json",
        "System.Text.RegularExpressions", "System.Threading.Channels",
        "System.Private.Xml.Linq", "nunit.framework",
    ];

    static bool IsAll => TestContext.Parameters.Get("libraries") == "all";

    static IEnumerable<string> Names() => !IsAll
        ? some
        : Library.Paths.Select(p => Path.GetFileNameWithoutExtension(p)!)
            .Where(name => name is not "System.Private.CoreLib" && !IsOurs(name));

    static bool IsOurs(string name) =>
        name.StartsWith("Explorer", StringComparison.Ordinal) || name is "Weaver" or "Verifier";

    static IEnumerable<string> Jobs() =>
        Directory.GetFiles(Compiled.Folder("RealWorld/Jobs"), "*.cs")
            .Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)
            .Where(name => IsAll || name != "Compiling");

    [TestCaseSource(nameof(Names))]
    public void A_woven_library_is_valid(string name)
    {
        var library = Library.Of(name);

        var before = Verifier.Verify(library.Plain, Library.Paths);
        var after = Verifier.Verify(library.Woven, Library.Paths);

        TestContext.Out.WriteLine($"{name}: {before.Methods} methods, {before.Findings.Count} "
            + $"findings as it came, {after.Findings.Count} as woven");
        after.NewSince(before).ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Names))]
    public void The_runtime_takes_every_method_of_a_woven_library(string name)
    {
        var library = Library.Of(name);

        var prepared = Loading.Prepare(
            Load(name, library.Woven), Load(name, library.Plain));

        TestContext.Out.WriteLine($"{name}: {prepared.Prepared} methods, {prepared.Open} open ones");
        prepared.Failures.ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Jobs))]
    public void A_woven_library_does_the_same_work(string job)
    {
        var file = Path.Combine(Compiled.Folder("RealWorld/Jobs"), $"{job}.cs");
        var used = File.ReadLines(file).First()["// uses: ".Length..].Split(", ");
        var program = Compiled.Of([file], OptimizationLevel.Release);

        var expected = Run(program.Dll, new Dictionary<string, byte[]>());
        var said = Run(program.Dll, used.ToDictionary(name => name, name => Library.Of(name).Woven));

        expected.ShouldNotBeNullOrEmpty();
        said.ShouldBe(expected);
    }

    static Assembly Load(string name, byte[] image) =>
        new Library.Shelf(new Dictionary<string, byte[]> { [name] = image }).Get(name);

    static string Run(byte[] program, IReadOnlyDictionary<string, byte[]> images)
    {
        AssemblyLoadContext shelf = new Library.Shelf(images);
        var run = shelf.LoadFromStream(new MemoryStream(program)).GetType("Job")!.GetMethod("Run")!;
        return (string)run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
    }
}
