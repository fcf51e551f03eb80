using System.Diagnostics;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Host.Tests;

/// <summary>What is left of a run that ended in the middle of a spec.</summary>
public class UnderWayTests
{
    string folder = "";

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("under-way").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [Test]
    public void The_spec_of_a_process_that_has_gone_is_told_once()
    {
        File.WriteAllText(Path.Combine(folder, $"under-way-{Gone()}"), "Kata05.It");

        new UnderWay(folder).TakeLeft().ShouldBe(["Kata05.It"]);
        new UnderWay(folder).TakeLeft().ShouldBeEmpty();
    }

    [Test]
    public void What_a_process_had_begun_to_write_when_it_went_is_not_told()
    {
        File.WriteAllText(Path.Combine(folder, $"under-way-{Gone()}.draft"), "Kata0");

        new UnderWay(folder).TakeLeft().ShouldBeEmpty();
        Directory.EnumerateFiles(folder).ShouldBeEmpty();
    }

    [Test]
    public void A_run_that_goes_on_has_not_ended()
    {
        var here = new UnderWay(folder);
        here.Begin("Kata05.It");

        here.TakeLeft().ShouldBeEmpty();
        here.Current.ShouldBe("Kata05.It");
    }

    [Test]
    public void A_spec_that_ends_is_forgotten()
    {
        var here = new UnderWay(folder);
        here.Begin("Kata05.It");
        here.End();

        here.Current.ShouldBeNull();
        Directory.EnumerateFiles(folder).ShouldBeEmpty();
    }

    static int Gone()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["--version"])
        {
            RedirectStandardOutput = true,
        })!;
        process.WaitForExit();
        return process.Id;
    }
}
