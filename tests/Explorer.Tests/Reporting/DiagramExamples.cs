namespace Interleavings.Tests.Reporting;

/// <summary>What makes a diagram hard to lay out.</summary>
static class DiagramExamples
{
    static Failure Lost(Trace trace, int earlier, int later, int stale, string schedule = "A1 B A") =>
        trace.Fails(FailureKind.Assertion, "total should be 3 but was 1", schedule) with
        {
            Deciding = new(earlier, later, stale),
        };

    public static Verdict Three_operations()
    {
        var trace = new Trace("Counter.cs", "A", "B", "C").StartAll()
            .Reads("A", "count", "0", 14).Reads("B", "count", "0", 14).Writes("B", "count", "1", 14)
            .Reads("C", "count", "1", 14).Writes("A", "count", "1", 14).Writes("C", "count", "2", 14);
        return Broken.With(Lost(trace, 8, 9, 7, "A1 B C1 A C"));
    }

    public static Verdict Five_operations()
    {
        var trace = new Trace("Counter.cs", "A", "B", "C", "D", "E").StartAll();
        foreach (var who in (string[])["A", "B", "C", "D", "E"]) trace.Reads(who, "count", "0", 14);
        foreach (var who in (string[])["B", "C", "D", "E", "A"]) trace.Writes(who, "count", "1", 14);
        return Broken.With(Lost(trace, 7, 15, 6, "A1 B1 C1 D1 E1 B C D E A"));
    }

    public static Verdict Long_trace_is_folded()
    {
        var trace = new Trace("Counter.cs", "A", "B").StartAll().Reads("A", "count", "0", 14);
        for (var i = 0; i < 300; i++)
            trace.Reads("B", "count", $"{i}", 14).Writes("B", "count", $"{i + 1}", 15);
        trace.Writes("A", "count", "1", 15);
        for (var i = 1; i < 20; i++)
            trace.Reads("A", "count", $"{i}", 14).Writes("A", "count", $"{i + 1}", 15);
        return Broken.With(Lost(trace, 4, 604, 3));
    }

    public static Verdict Long_names()
    {
        var name = "theNumberOfThingsThatHaveBeenCountedSoFarByAnybodyAnywhere";
        var trace = new Trace("03-Long/AFileWhoseNameSaysAllThatIsInIt.cs", "A", "B").StartAll()
            .Reads("A", name, "\"a value that goes on and on and on\"", 114)
            .Reads("B", name, "0", 114).Writes("B", name, "1", 1115).Writes("A", name, "1", 1115);
        return Broken.With(Lost(trace, 4, 6, 3));
    }

    public static Verdict Several_files()
    {
        var trace = new Trace("Bank.cs", "A", "B") { File = "Bank.cs" }.StartAll()
            .Reads("A", "balance", "100", 21);
        var test = new Site("C:\\katas\\tests\\BankAccountTransferTests.cs", 140, "", "balance");
        List<Step> steps = [.. trace.Steps, new(2, EventKind.Write, "balance", "50", test, 4),
            new(1, EventKind.Write, "balance", "90", trace.Site(22), 4)];
        steps[3] = steps[3] with { Address = 4 };
        return Broken.With(Lost(trace, 4, 5, 3) with { Steps = steps });
    }

    public static Verdict Missing_sites()
    {
        var trace = new Trace("", "A", "B").StartAll()
            .Reads("A", "count", "0", 0).Reads("B", "count", "0", 0)
            .Writes("B", "count", "1", 0).Writes("A", "count", "1", 0);
        return Broken.With(Lost(trace, 4, 6, 3));
    }

    public static Verdict Member_where_the_line_is_unknown()
    {
        var trace = new Trace("Counter.cs", "A", "B").StartAll()
            .Reads("A", "count", "0", 0).Reads("B", "count", "0", 0)
            .Writes("B", "count", "1", 0).Writes("A", "count", "1", 0);
        List<Step> steps = [.. trace.Steps.Select(s => s with { Site = new("", 0, "Counter.Increment", "count") })];
        return Broken.With(Lost(trace, 4, 6, 3) with { Steps = steps });
    }

    public static Verdict Same_name_different_variables()
    {
        var trace = new Trace("Counter.cs", "A", "B").StartAll()
            .Reads("A", "count", "0", 14).Reads("B", "count@2", "5", 14)
            .Reads("A", "count@2", "5", 14).Writes("B", "count@2", "6", 15)
            .Writes("A", "count@2", "6", 15).Writes("B", "count", "1", 15);
        return Broken.With(Lost(trace, 4, 7, 5));
    }

    public static Verdict Unicode()
    {
        var trace = new Trace("Zähler.cs", "A=Höchst 計算 👷", "B").StartAll()
            .Reads("A", "zählerstand", "\"naïve\"", 14).Reads("B", "zählerstand", "\"計数\"", 14)
            .Writes("B", "zählerstand", "\"línea\nnueva\"", 14).Writes("A", "zählerstand", "👍", 14);
        return Broken.With(Lost(trace, 4, 6, 3));
    }

    public static Verdict Locks_barriers_and_the_rest()
    {
        var trace = new Trace("All.cs", "A", "B").StartAll();
        foreach (var (i, kind) in Enum.GetValues<EventKind>().Index())
            trace.Do(i % 2 == 0 ? "A" : "B", kind, "it", kind == EventKind.Alive ? "true" : null, 10 + i)
                .Do(i % 2 == 0 ? "B" : "A", kind, "it", null, 10 + i);
        return Broken.With(trace.Fails(FailureKind.Assertion, "it should work"));
    }

    public static Verdict Long_schedule()
    {
        var failure = AssertionExamples.LostUpdateTrace()
            .Fails(FailureKind.Assertion, "x should be 1", string.Join(' ', Enumerable.Repeat("A1 B2", 40)));
        return Broken.With(failure with { IsSimplest = false });
    }

    public static Verdict Long_message() => Broken.With(AssertionExamples.LostUpdateTrace().Fails(
        FailureKind.Assertion, string.Join(' ', Enumerable.Repeat("a message that does not end", 40))
            + new string('x', 300)));
}
