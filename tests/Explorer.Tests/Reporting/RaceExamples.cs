namespace Interleavings.Tests.Reporting;

static class RaceExamples
{
    static Failure Race(Trace trace, int first, int second) =>
        trace.Fails(FailureKind.DataRace, "data race on count", "A1 B") with { Race = RaceOf(trace, first, second) };

    static DataRace RaceOf(Trace trace, int first, int second) => new(trace.Steps[second].Target,
        trace.Steps[first].Operation, trace.Steps[first].Kind, trace.Steps[first].Site,
        trace.Steps[second].Operation, trace.Steps[second].Kind, trace.Steps[second].Site);

    public static Verdict Data_race()
    {
        var trace = new Trace("Signal.cs", "A", "B").StartAll()
            .Reads("A", "ready", "false", 9).Writes("B", "payload", "42", 20).Reads("A", "payload", "42", 10)
            .Writes("B", "ready", "true", 21);
        return Broken.With(Race(trace, 4, 5));
    }

    public static Verdict Data_race_found_before_the_second_access()
    {
        var trace = new Trace("Signal.cs", "A", "B").StartAll().Writes("B", "payload", "42", 20);
        return Broken.With(trace.Fails(FailureKind.DataRace, "", "B") with
        {
            Race = new("payload", 2, EventKind.Write, trace.Site(20, "payload"),
                1, EventKind.Read, trace.Site(10, "payload")),
        });
    }

    [Claim("Whoever reads the counter sees every update")]
    public static Verdict Read_without_the_lock()
    {
        var trace = new Trace("Counter.cs", "A", "B").StartAll()
            .Do("A", EventKind.Acquire, "gate", null, 12)
            .Reads("A", "count", "0", 14).Writes("A", "count", "1", 14)
            .Do("A", EventKind.Release, "gate", null, 15)
            .Do("A", EventKind.Acquire, "gate", null, 12)
            .Reads("A", "count", "1", 14).Writes("A", "count", "2", 14)
            .Reads("B", "count", "2", 20);
        return Broken.With(Race(trace, 9, 10));
    }

    public static Verdict Two_different_locks()
    {
        var trace = new Trace("Counter.cs", "A", "B").StartAll()
            .Do("A", EventKind.Acquire, "gate", null, 12).Reads("A", "count", "0", 14)
            .Do("B", EventKind.Acquire, "gate@2", null, 12).Reads("B", "count", "0", 14)
            .Writes("B", "count", "1", 14);
        return Broken.With(Race(trace, 4, 7));
    }

    public static Verdict One_of_two_is_volatile()
    {
        var trace = new Trace("Signal.cs", "A", "B").StartAll()
            .Do("A", EventKind.VolatileWrite, "ready", "true", 9).Reads("B", "ready", "true", 20);
        return Broken.With(Race(trace, 3, 4));
    }

    public static Verdict Race_on_a_list()
    {
        var trace = new Trace("Primes.cs", "A", "B").StartAll()
            .Do("A", EventKind.ObjectWrite, "primes", null, 31)
            .Do("B", EventKind.ObjectRead, "primes", null, 40);
        return Broken.With(Race(trace, 3, 4));
    }

    public static Verdict Race_without_any_step() => Broken.With(
        new Trace("", "A", "B").Fails(FailureKind.DataRace, "data race", "") with
        {
            Race = new("count", 1, EventKind.Write, Site.Unknown, 2, EventKind.Write, Site.Unknown),
        });

    public static Verdict Race_that_is_missing() =>
        Broken.With(new Trace("", "A", "B").Fails(FailureKind.DataRace, "data race on count", ""));
}
