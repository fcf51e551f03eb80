using Judging;
using Katas.Tests;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;
using Verification;
using Weaving;

namespace WrongAnswers;

/// <summary>The katas, the solutions and the specs are valid code, woven; so is each answer.</summary>
public class WovenCodeTests
{
    static string SpecsPath => typeof(Kata01_HelloWorker).Assembly.Location;

    [TestCase("katas")]
    [TestCase("solutions")]
    public void The_code_of_learners_is_valid_when_woven(string folder)
    {
        var attempt = new Attempt("none", new Dictionary<string, string>());
        var compiled = Compilation.Of(attempt, Path.Combine(Repository.Root, folder));
        compiled.Errors.ShouldBeEmpty();

        var woven = Weaver.Weave(compiled.Dll, compiled.Pdb, Compilation.References);

        Verify(new(compiled.Dll, compiled.Pdb), woven);
    }

    [Test]
    public void The_specs_are_valid_when_woven()
    {
        // As the build left them beside each other.
        var configuration = Path.GetFileName(Path.GetDirectoryName(
            AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;
        var name = Path.GetFileName(SpecsPath);
        var compiled = Path.Combine(Repository.Root, "tests", "Katas.Tests", "obj", configuration,
            Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), name);

        Verify(new(File.ReadAllBytes(compiled), []), new(File.ReadAllBytes(SpecsPath), []));
    }

    /// <summary>Weaving breaks no rule that the compiler's code keeps.</summary>
    internal static void Verify(WovenImage plain, WovenImage woven)
    {
        var references = Directory.GetFiles(AppContext.BaseDirectory, "*.dll");
        var after = Verifier.Verify(woven.Dll, references);
        TestContext.Out.WriteLine($"{after.Methods} methods verified");
        after.NewSince(Verifier.Verify(plain.Dll, references)).ShouldBeEmpty();
    }
}
