using Judging.Dojo;
using NUnit.Framework;
using Shouldly;

namespace WrongAnswers;

/// <summary>A folder of attempts, judged: whatever one of them does, the scoreboard is complete.</summary>
public class DojoTests
{
    const string Lock = "05-LockFix/Counter.cs";
    const string Schedules = "04-RaceCounter/Schedules.cs";
    const string Bank = "10-Deadlock/Bank.cs";

    string folder = "";

    [SetUp]
    public void Begin() => folder = Directory.CreateTempSubdirectory("dojo").FullName;

    [TearDown]
    public void End() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Every_attempt_gets_its_place()
    {
        HandIn("ann", Lock, Answer("05-LockFix", "right-lock-scope"));
        HandIn("ann/katas", Bank, Answer("10-Deadlock", "locks-only-from"));
        HandIn("bob", Lock, "namespace Katas.LockFix; public sealed class Counter { int }");
        HandIn("cyd", Schedules, Schedule("Exits()", "string Exits() { Environment.Exit(7); return \"\"; }"));
        HandIn("dee", Lock, Increment("while (true) { }"));
        HandIn("eve", Lock, Increment("Environment.Exit(0);"));
        HandIn("fay", Lock, Answer("05-LockFix", "volatile"));
        HandIn("gus", Schedules, Schedule("Deep()", "string Deep() => Deep() + Deep();"));

        Scoreboard.Of(Evening.Judged(folder)).ShouldMatchApproved(c => c
            .NoDiff().LocateTestMethodUsingAttribute<NUnitAttribute>());
    }

    [Test]
    public void For_other_programs_each_spec_of_each_attempt_is_an_object()
    {
        HandIn("ann", Lock, Answer("05-LockFix", "right-lock-scope"));
        HandIn("bob", Lock, "namespace Katas.LockFix; public sealed class Counter { int }");

        JsonTable.Of(Evening.Judged(folder)).ShouldMatchApproved(c => c
            .NoDiff().LocateTestMethodUsingAttribute<NUnitAttribute>());
    }

    [Test]
    public void One_that_never_ends_is_ended()
    {
        HandIn("ann", Schedules, Schedule("Spins()", "string Spins() { while (true) { } }"));

        var pair = Evening.Judged(folder, TimeSpan.FromSeconds(5)).ShouldHaveSingleItem();

        pair.Katas.ShouldHaveSingleItem().Mistake.ShouldBe("it had not ended after 5 seconds");
    }

    [Test]
    public void What_was_delivered_is_no_attempt()
    {
        HandIn("ann", Lock, File.ReadAllText(Path.Combine(
            Katas.Tests.Board.Repository.Root, "katas", Lock)));

        Evening.Judged(folder).ShouldHaveSingleItem().Katas.ShouldBeEmpty();
    }

    void HandIn(string pair, string file, string text)
    {
        var path = Path.Combine(folder, pair, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    static string Answer(string kata, string name) =>
        WrongAnswers.Answer.All().Single(a => a.Kata == kata && a.Name == name).Text;

    static string Increment(string body) => $$"""
        namespace Katas.LockFix;

        public sealed class Counter
        {
            public int Value => 0;

            public void Increment() { {{body}} }
        }
        """;

    /// <summary>Schedules are read outside the explorer's control: there, an exit is an exit.</summary>
    static string Schedule(string first, string method) => $$"""
        namespace Katas.RaceCounter;

        public static class Schedules
        {
            public static string LosesAnUpdate => {{first}};
            public static string WithFewestSwitches => "";
            public static string LeavesTwo => "";

            static {{method}}
        }
        """;
}
