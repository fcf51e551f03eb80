using System.Text.RegularExpressions;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Host.Tests;

/// <summary>A new clock, time limit or figure of memory has its row on the page.</summary>
public partial class TimeAndLoadTests
{
    /// <summary>What isn't run as part of the house: answers, cases and the subjects of tests.</summary>
    static readonly string[] subjects =
    [
        "HostileKatas/Cases/", "Explorer.Tests/", "Commutation/Calls/", "SecondOpinion/Specs/",
    ];

    static readonly string tests = Path.Combine(Repository.Root, "tests");

    [Test]
    public void Each_file_that_measures_time_or_memory_is_on_the_page()
    {
        var page = File.ReadAllText(Path.Combine(tests, "TIME-AND-LOAD.md"));

        Measuring().Where(file => !page.Contains($"`{file}`")).ShouldBeEmpty();
    }

    [Test]
    public void Each_file_on_the_page_is_there()
    {
        var page = File.ReadAllText(Path.Combine(tests, "TIME-AND-LOAD.md"));

        OnThePage().Matches(page).Select(m => m.Groups[1].Value)
            .Where(file => !File.Exists(Path.Combine(tests, file))).ShouldBeEmpty();
    }

    [TestCase("if (clock.Elapsed > TimeSpan.FromSeconds(8)) return;", true)]
    [TestCase("var clock = Stopwatch.StartNew();", true)]
    [TestCase("process.WaitForExit(5000);", true)]
    [TestCase("process.WaitForExit();", false)]
    [TestCase("for (var i = 0; i < rounds; i++) Look();", false)]
    public void A_line_that_measures_is_told_from_others(string line, bool measures) =>
        Measures().IsMatch(line).ShouldBe(measures);

    static IEnumerable<string> Measuring() =>
        from path in Directory.EnumerateFiles(tests, "*.cs*", SearchOption.AllDirectories)
        where Path.GetExtension(path) is ".cs" or ".csproj"
        let file = Path.GetRelativePath(tests, path).Replace('\\', '/')
        where !file.Contains("/obj/") && !file.Contains("/bin/") && file != "Host.Tests/TimeAndLoadTests.cs"
            && !subjects.Any(file.StartsWith) && !Answers().IsMatch(file)
        where Measures().IsMatch(File.ReadAllText(path))
        select file;

    [GeneratedRegex(@"TimeSpan\.From|\bStopwatch\b|new Timer\(|TickCount|GetTotalMemory|GetGCMemoryInfo"
        + @"|HeapHardLimit|DateTime(Offset)?\.(Utc)?Now|Thread\.Sleep\(|CancelAfter"
        + @"|WaitForExit\([^)]|ProcessorTime\.|CpuUsage")]
    private static partial Regex Measures();

    [GeneratedRegex(@"^WrongAnswers/\d\d-")]
    private static partial Regex Answers();

    [GeneratedRegex(@"`([A-Z]\w+(?:\.\w+)*/[^`\s]+\.(?:cs|csproj))`")]
    private static partial Regex OnThePage();
}
