using System.Text.Json;
using System.Text.RegularExpressions;
using Interleavings.Reporting;
using NUnit.Framework;
using Shouldly;
using Case = Interleavings.Reporting.Case;

namespace Interleavings.Tests.Reporting;

public sealed class PageTests
{
    [TestCaseSource(typeof(Example), nameof(Example.All))]
    public void It_needs_nothing_from_anywhere_else(Example example)
    {
        if (Page.Of(example.Verdict, example.Claim, _ => "class Counter;") is not { } page) return;

        Regex.IsMatch(page, @"https?:|\bsrc=|\bhref=|@import|url\(").ShouldBeFalse();
        page.ShouldNotContain("{{");
    }

    [Test]
    public void Only_a_failure_has_one()
    {
        Page.Of(OutcomeExamples.Proved(), null, _ => null).ShouldBeNull();
        Page.Of(AssertionExamples.Lost_update(), null, _ => null).ShouldNotBeNull();
    }

    [Test]
    public void Variables_and_locks_are_those_after_each_step()
    {
        var trace = new Trace("Counter.cs", "A", "B").StartAll()
            .Do("A", EventKind.Acquire, "gate", null, 5).Reads("A", "count", "0", 6)
            .Do("A", EventKind.Acquire, "gate", null, 7).Do("A", EventKind.Release, "gate", null, 7)
            .Do("B", EventKind.TryAcquire, "gate", "not yet", 5)
            .Do("A", EventKind.Release, "gate", null, 8).Writes("B", "count", "7", 9);

        MemoryOf(trace).ShouldBe([
            "gate: held by A",
            "gate: held by A, count: 0",
            "gate: held by A, count: 0",
            "gate: held by A, count: 0",
            "gate: held by A, count: 0",
            "gate: free, count: 0",
            "gate: free, count: 7"]);
    }

    [Test]
    public void Whoever_waits_for_a_pulse_has_given_the_lock_back()
    {
        var trace = new Trace("Buffer.cs", "A", "B").StartAll()
            .Do("A", EventKind.Acquire, "gate", null, 5).Do("A", EventKind.Wait, "gate", null, 6)
            .Do("B", EventKind.Acquire, "gate", null, 9).Do("B", EventKind.PulseAll, "gate", null, 9)
            .Do("B", EventKind.Release, "gate", null, 9).Do("A", EventKind.Wake, "gate", null, 6);

        MemoryOf(trace).ShouldBe([
            "gate: held by A", "gate: free", "gate: held by B", "gate: held by B", "gate: free",
            "gate: held by A"]);
    }

    [Test]
    public void Both_steps_of_a_race_are_marked_and_both_schedules_are_there()
    {
        var verdict = AssertionExamples.Lost_update_with_claim_site_and_race();
        var failure = verdict.Failure!;
        var page = Page.Of(
            verdict with { Failure = failure with { Passing = new(failure.Operations, failure.Steps) } },
            null, _ => null)!;

        var schedules = Schedules(page);

        schedules.Select(s => s.Title).ShouldBe(["This schedule fails", "The nearest that passes"]);
        schedules[0].Steps.Count(s => s.Racing).ShouldBe(2);
        schedules[0].Steps.ShouldContain(s => s.Marker == "✗ lost update");
        schedules[1].Steps.ShouldAllBe(s => s.Marker == null && !s.Racing);
    }

    [Test]
    public void Values_and_sources_can_hold_whatever_they_like()
    {
        const string Hostile = "</script><b>&\"'";
        var trace = new Trace("Counter.cs", "A").StartAll().Reads("A", "text", Hostile, 1)
            .Writes("main", "text", Hostile, 1);
        var page = Page.Of(Broken.With(trace.Fails(FailureKind.Assertion, Hostile)), Hostile,
            _ => Hostile)!;

        page.ShouldNotContain("<b>");
        Regex.Count(page, "</script>").ShouldBe(3);
        Schedules(page)[0].Steps[0].Does.ShouldContain(Hostile);
    }

    static IEnumerable<string> MemoryOf(Trace trace)
    {
        var memory = new MemoryAfter(new Case(trace.Fails(FailureKind.Assertion, "it fails")));
        return trace.Steps.Index().Where(s => !Word.IsLife(s.Item.Kind)).Select(s => string.Join(
            ", ", memory.Step(s.Index).Select(value => $"{value.Name}: {value.Value}")));
    }

    static List<PageSchedule> Schedules(string page) => JsonSerializer.Deserialize<List<PageSchedule>>(
        Regex.Match(page, "id=\"schedules-json\">(.*?)</script>").Groups[1].Value,
        new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
}
