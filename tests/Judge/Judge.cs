using System.Reflection;
using Interleavings;
using Weaving;

namespace Judging;

/// <summary>
/// Runs a kata's specs on attempts at it, in this process: each is compiled, woven and loaded
/// beside the others.
/// </summary>
/// <param name="solutions">The folder of the reference: what an attempt leaves out comes from it.</param>
/// <param name="specs">The woven assembly with the specs; its PDB lies beside it.</param>
public sealed class Judge(string solutions, string specs)
{
    readonly WovenImage specsImage = new(
        File.ReadAllBytes(specs), File.ReadAllBytes(Path.ChangeExtension(specs, ".pdb")));

    /// <summary>Is shown what was compiled, as it was and as woven.</summary>
    public Action<WovenImage, WovenImage>? Look { get; init; }

    /// <param name="specsClass">The full name of the class with the kata's specs.</param>
    /// <param name="isLast">Whether a spec's result says enough, so that no further spec runs.</param>
    public Judgement Run(
        Attempt attempt, string specsClass, Func<SpecResult, bool>? isLast = null)
    {
        var compiled = Compilation.Of(attempt, solutions);
        if (compiled.Errors.Count > 0) return new(compiled.Errors, []);

        var woven = Weaver.Weave(compiled.Dll, compiled.Pdb, Compilation.References);
        Look?.Invoke(new(compiled.Dll, compiled.Pdb), woven);
        var fixture = new Bench(woven, specsImage).Specs.GetType(specsClass)
            ?? throw new ArgumentException($"{specs} has no class {specsClass}.", nameof(specsClass));
        return new([], SpecRun.Of(fixture, isLast));
    }
}
