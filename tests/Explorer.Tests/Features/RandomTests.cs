using NUnit.Framework;
using Shouldly;
using Verification;
using Weaving;
using OptimizationLevel = Microsoft.CodeAnalysis.OptimizationLevel;

namespace Interleavings.Tests.Features;

/// <summary>
/// Programs by chance say the same, woven. With <c>--test-parameter programs=2000</c>: more of them,
/// <c>--test-parameter seed=7</c>: others.
/// </summary>
[TestFixture(OptimizationLevel.Debug)]
[TestFixture(OptimizationLevel.Release)]
sealed class RandomTests(OptimizationLevel level)
{
    [Test]
    public void Programs_by_chance_say_the_same()
    {
        var first = TestContext.Parameters.Get("seed", 1);
        var names = Enumerable.Range(first, TestContext.Parameters.Get("programs", 20))
            .Select(seed => (Name: $"Program{seed}", Seed: seed)).ToList();
        ShouldSayTheSame([.. names.Select(n => (n.Name, RandomSource.Of(n.Name, n.Seed, size: 12)))]);
    }

    [Test]
    public void A_very_large_method_says_the_same() =>
        ShouldSayTheSame([("Large", RandomSource.Of("Large", seed: 5, size: 60))]);

    void ShouldSayTheSame(IReadOnlyList<(string Name, string Source)> programs)
    {
        var text = File.ReadAllText(Path.Combine(Compiled.Folder("Features/Cases"), "Text.cs"));
        var plain = Compiled.Of(programs.Append(("Text", text)), level);
        var woven = Weaver.Weave(plain.Dll, plain.Pdb, Compiled.Framework);
        var (compiled, rewritten) = (new CaseRun(plain), new CaseRun(woven));

        var report = Verifier.Verify(woven.Dll, Compiled.Framework);

        report.NewSince(Verifier.Verify(plain.Dll, Compiled.Framework)).ShouldBeEmpty();
        foreach (var (name, source) in programs)
            rewritten.Of(name).ShouldBe(compiled.Of(name), source);
        var threw = programs.Count(p =>
            compiled.Of(p.Name)[0].Said.StartsWith("thrown", StringComparison.Ordinal));
        TestContext.Out.WriteLine($"{programs.Count} programs, {report.Methods} methods; "
            + $"{threw} end with an exception");
    }
}
