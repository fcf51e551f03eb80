using System.Diagnostics;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Weaving;

/// <summary>Names in WeaveReferences: a typing error would leave code unwoven.</summary>
public class NameTests
{
    [TestCase("Ledger;Typo", "Typo")]
    [TestCase("Katas", "Katas")]
    public void A_name_that_matches_nothing_is_an_error_that_lists_the_names_there_are(
        string names, string missing)
    {
        var said = Check(names);

        said.ShouldContain("error WEAVE002");
        said.ShouldContain($"WeaveReferences names {missing},");
        said.ShouldContain("There are: Ledger, Notes.");
    }

    [TestCase("")]
    [TestCase("none")]
    [TestCase("Notes;Ledger")]
    public void Names_that_match_are_accepted_and_none_need_be_given(string names) =>
        Check(names).ShouldNotContain("error");

    /// <summary>The target alone, on a project that has two references.</summary>
    private static string Check(string names)
    {
        var folder = Directory.CreateTempSubdirectory("names-");
        try
        {
            var project = Path.Combine(folder.FullName, "Caller.proj");
            File.WriteAllText(project, $"""
                <Project>
                  <PropertyGroup><WeaveReferences>{names}</WeaveReferences></PropertyGroup>
                  <ItemGroup>
                    <ReferenceCopyLocalPaths Include="Ledger.dll;Ledger.pdb;Notes.dll" />
                  </ItemGroup>
                  <Import Project="{Targets}" />
                </Project>
                """);
            using var build = Process.Start(new ProcessStartInfo(Dotnet,
                ["msbuild", project, "-t:_FindReferencesToWeave;_CheckNamesToWeave", "-nologo",
                    "-nodeReuse:false"])
            {
                RedirectStandardOutput = true,
                WorkingDirectory = folder.FullName,
            })!;
            var said = build.StandardOutput.ReadToEnd();
            build.WaitForExit();
            return said;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Dotnet =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static string Targets
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Katas.sln")))
                folder = folder.Parent!;
            return Path.Combine(folder.FullName, "tests", "Weaver", "Weave.targets");
        }
    }
}
