using NUnit.Framework;
using Shouldly;
using Verification;
using Weaving;
using OptimizationLevel = Microsoft.CodeAnalysis.OptimizationLevel;

namespace Interleavings.Tests.Features;

/// <summary>
/// With no execution running, a woven program does what it did: each case says what it saw, and says
/// the same when woven. <c>Cases</c> has a file for each part of the language.
/// </summary>
[TestFixture(OptimizationLevel.Debug)]
[TestFixture(OptimizationLevel.Release)]
sealed class FeatureTests(OptimizationLevel level)
{
    WovenImage plain, woven;
    CaseRun compiled = null!, rewritten = null!;

    static string[] Files => Directory.GetFiles(Compiled.Folder("Features/Cases"), "*.cs");

    static IEnumerable<string> Parts() => Files.Select(f => Path.GetFileNameWithoutExtension(f))
        .Where(name => name != "Text").Order(StringComparer.Ordinal);

    [OneTimeSetUp]
    public void Compile_and_weave()
    {
        plain = Compiled.Of(Files, level);
        woven = Weaver.Weave(plain.Dll, plain.Pdb, Compiled.Framework);
        (compiled, rewritten) = (new(plain), new(woven));
    }

    [TestCaseSource(nameof(Parts))]
    public void Woven_code_says_the_same(string part)
    {
        var expected = compiled.Of(part);

        var said = rewritten.Of(part);

        expected.ShouldNotBeEmpty();
        TestContext.Out.WriteLine($"{part}: {expected.Count} cases");
        expected.Where(e => e.Said.StartsWith("thrown", StringComparison.Ordinal))
            .ShouldBeEmpty("a case has to say what it saw");
        said.ShouldBe(expected);
    }

    [Test]
    public void Their_woven_code_is_valid()
    {
        var before = Verifier.Verify(plain.Dll, Compiled.Framework);

        var after = Verifier.Verify(woven.Dll, Compiled.Framework);

        TestContext.Out.WriteLine($"{after.Methods} methods");
        after.NewSince(before).ShouldBeEmpty();
        Loading.Prepare(rewritten.Assembly, compiled.Assembly).Failures.ShouldBeEmpty();
    }

    [Test]
    public void There_are_hundreds_of_them()
    {
        var count = Parts().Sum(compiled.Count);

        TestContext.Out.WriteLine($"{count} cases in {Parts().Count()} parts of the language, {level}");
        count.ShouldBeGreaterThan(300);
    }
}
