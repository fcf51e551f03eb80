namespace Interleavings.Tests.Reporting;

static class AssertionExamples
{
    public static Verdict Time_ran_out()
    {
        var trace = new Trace("Signal.cs", "A", "B").StartAll()
            .Do("B", EventKind.Begin).Do("B", EventKind.Await, "ready", "not yet", 20)
            .Do("B", EventKind.SetAlarm, "ready", null, 20).Do("B", EventKind.TimeOut, "ready", null, 20)
            .Do("B", EventKind.Await, "ready", "not yet", 20).Do("A", EventKind.Set, "ready", null, 10);
        return Broken.With(trace.Fails(FailureKind.Assertion, "value should be 1 but was 0", "B2 B! B") with
        {
            Operation = trace.Id("B"), Site = trace.Site(21),
        });
    }

    const string TwoExpected = """
        counter.Value
            should be
        2
            but was
        1

        Additional Info:
            2 workers
        """;

    internal static Trace LostUpdateTrace(string a = "A", string b = "B") =>
        new Trace("04-RaceCounter/Counter.cs", a, b)
            .StartAll()
            .Do("A", EventKind.Begin).Reads("A", "count", "0", 14)
            .Do("B", EventKind.Begin).Reads("B", "count", "0", 14).Writes("B", "count", "1", 14)
            .Do("B", EventKind.End)
            .Writes("A", "count", "1", 14).Do("A", EventKind.End)
            .Do("main", EventKind.Join, "A").Do("main", EventKind.Join, "B")
            .Reads("main", "count", "1", 9);

    static Failure LostUpdateOf(Trace trace) => trace.Fails(FailureKind.Assertion, TwoExpected) with
    {
        // main's three, A begins, A reads, B begins, B reads, B writes, B ends, A writes.
        Deciding = new(Earlier: 6, Later: 9, StaleRead: 4),
    };

    public static Verdict Lost_update() => Broken.With(LostUpdateOf(LostUpdateTrace()));

    [Claim("No update is lost")]
    public static Verdict Lost_update_with_claim_site_and_race() => Broken.With(LostUpdateOf(LostUpdateTrace()) with
    {
        Operation = 0,
        Site = new("/src/tests/CounterTests.cs", 31, "CounterTests.No_update_is_lost", ""),
        Race = new("count", 1, EventKind.Read, LostUpdateTrace().Site(14, "count"),
            2, EventKind.Write, LostUpdateTrace().Site(14, "count")),
    });

    public static Verdict Named_threads() =>
        Broken.With(LostUpdateOf(LostUpdateTrace("A=Producer", "B=a thread with a name longer than any column")));

    public static Verdict Order_matters()
    {
        var trace = new Trace("01-HelloWorker/Hello.cs", "A").StartAll()
            .Reads("main", "report", "null", 12)
            .Do("A", EventKind.Begin).Writes("A", "report", "PID 4711", 20).Do("A", EventKind.End);
        return Broken.With(trace.Fails(FailureKind.Assertion, "report should not be null", "main A") with
        {
            Deciding = new(2, 4, -1),
            Site = trace.Site(12), Operation = 0,
        }, at: 1);
    }

    public static Verdict Worker_had_not_begun()
    {
        var trace = new Trace("01-HelloWorker/Hello.cs", "A").StartAll().Reads("main", "report", "null", 12);
        return Broken.With(trace.Fails(FailureKind.Assertion, """
              Assert.That(Report(one, two), Is.Not.Null)
              Expected: not null
              But was:  null
            """, "") with { Site = trace.Site(12), Operation = 0 }, at: 1);
    }

    public static Verdict Fails_alone() => Broken.With(new Trace("Counter.cs").Fails(
        FailureKind.Assertion, "counter.Value\n    should be\n0\n    but was\n7", ""), at: 1);

    public static Verdict Second_of_three_updates()
    {
        var trace = new Trace("Counter.cs", "A", "B").StartAll();
        trace.Reads("A", "count", "0", 14).Writes("A", "count", "1", 14).Reads("A", "count", "1", 14);
        foreach (var i in Enumerable.Range(1, 3))
            trace.Reads("B", "count", $"{i}", 14).Writes("B", "count", $"{i + 1}", 14);
        trace.Writes("A", "count", "2", 14).Reads("A", "count", "2", 14).Writes("A", "count", "3", 14);
        return Broken.With(trace.Fails(FailureKind.Assertion, TwoExpected, "A3 B A") with
        {
            Deciding = new(Earlier: 10, Later: 12, StaleRead: 5),
        });
    }

    public static Verdict No_interleaving_passes() => new()
    {
        Outcome = Outcome.Broken, AsksForSome = true, Executions = 1,
        Failure = LostUpdateTrace().Fails(FailureKind.Assertion, "both should be inside at once", ""),
    };
}
