using NUnit.Framework;
using Shouldly;
using Soundness.Faults;
using Soundness.Programs;
using Soundness.Sources;

namespace Soundness;

/// <summary>
/// Holds verdicts on random programs against an oracle and against real runs. More of them:
/// <c>--test-parameter seed=1 --test-parameter programs=3000 --test-parameter runs=500</c>; with
/// <c>shrink=true</c>, each mismatch is shown by the smallest program that has it; with
/// <c>with=TryPermit</c>, say, only the programs with such an access are taken.
/// </summary>
public class SoundnessTests
{
    [Test]
    public void Verdicts_hold_for_programs_nobody_has_thought_of()
    {
        var first = TestContext.Parameters.Get("seed", 1);
        var count = TestContext.Parameters.Get("programs", 60);
        var runs = TestContext.Parameters.Get("runs", 100);
        var summary = new Summary();

        var name = TestContext.Parameters.Get("with");
        Deed? with = name is null ? null : Enum.Parse<Deed>(name);
        foreach (var finding in Fuzz.Run(first, count, runs, with))
        {
            summary.Add(finding);
            if (finding.Program.Seed % 250 == 0)
                TestContext.Progress.WriteLine($"up to seed {finding.Program.Seed}");
            if (finding.Mismatches.Count == 0) continue;
            Say(finding);
            if (TestContext.Parameters.Get("shrink", false)) Show(Shrinker.Shrink(finding, runs));
        }

        TestContext.Progress.WriteLine($"{summary}");
        summary.Mismatches.ShouldBeEmpty();
    }

    [TestCaseSource(typeof(Planted), nameof(Planted.All))]
    public void A_planted_fault_is_found(Fault fault)
    {
        using var engine = new FaultyEngine(fault);

        var found = engine.FirstMismatch(first: 1, Fault.Seeds, fault.With);
        // What the engine as it is gets wrong as well is not the fault's.
        while (found is { Seed: var seed } && Fuzz.FirstMismatch(seed, 1, fault.With) is not null)
            found = engine.FirstMismatch(seed + 1, Fault.Seeds - seed, fault.With);

        TestContext.Progress.WriteLine($"{fault}: {found}");
        found.ShouldNotBeNull();
    }

    /// <summary>By a command, to see what a seed stands for: <c>--test-parameter seed=10</c>.</summary>
    [Test]
    public void Show_the_program_of_a_seed()
    {
        var program = Generator.Of(TestContext.Parameters.Get("seed", 1));
        var findings = Fuzz.Of([program], TestContext.Parameters.Get("runs", 100)).ToList();

        findings.Count.ShouldBe(1);
        foreach (var finding in findings)
        {
            Say(finding);
            Show(TestContext.Parameters.Get("shrink", false)
                ? Shrinker.Shrink(finding, 0) : finding);
            TestContext.Progress.WriteLine($"{finding.Verdict}");
        }
    }

    static void Say(Finding finding) => TestContext.Progress.WriteLine(
        $"seed {finding.Program.Seed}: {finding.Kind}: {string.Join("; ", finding.Mismatches)}"
        + $" [{string.Join(' ', finding.Program.Deeds)}]");

    static void Show(Finding finding) => TestContext.Progress.WriteLine(
        $"{string.Join("; ", finding.Mismatches)}\n"
        + Printer.Woven(finding.Program, $"Seed{finding.Program.Seed}"));
}
