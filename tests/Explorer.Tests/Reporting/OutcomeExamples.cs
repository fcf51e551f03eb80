namespace Interleavings.Tests.Reporting;

static class OutcomeExamples
{
    static readonly Verdict proof = new() { Outcome = Outcome.Proved, Executions = 6 };

    public static Verdict Proved() => proof;

    [Claim("No update is lost")]
    public static Verdict Proved_with_claim() => proof with { Executions = 184_756 };

    public static Verdict Proved_in_one() => proof with { Executions = 1 };

    public static Verdict Proved_with_redundant() => proof with { Redundant = 2 };

    public static Verdict Proved_under_sequential_consistency() =>
        proof with { UnderSequentialConsistency = ["flag", "turn"] };

    public static Verdict Proved_for_what_was_answered() => proof with
    {
        Chances = [new("System.Guid.NewGuid", new("/src/Counter.cs", 12, "Counter.Run", ""))],
    };

    [Claim("Two can be inside at once")]
    public static Verdict Some_interleaving_passes() =>
        proof with { AsksForSome = true, Executions = 4, FailedExecutions = 3 };

    public static Verdict Unfinished() => new()
    {
        Outcome = Outcome.Unfinished, Executions = 200_000,
        BoundReached = "the bound of 200,000 executions was reached",
    };

    public static Verdict Replayed_without_failure() => new()
    {
        Outcome = Outcome.Unfinished, Executions = 1, BoundReached = "one execution was replayed",
    };

    static Verdict Refusing(string member, string reason, Site site) => new()
    {
        Outcome = Outcome.Refused, Executions = 1, Refusal = new(member, reason, site),
    };

    [Claim("Opposite transfers both end")]
    public static Verdict Refused() => Refusing("System.Threading.Mutex..ctor",
        "`Mutex` is not modelled: use `lock` or `SemaphoreSlim`", new("/src/Bank.cs", 12, "Bank.Transfer", ""));

    public static Verdict Refused_without_a_way_out() => Refusing("System.IO.Pipes.PipeStream.Read(System.Byte[])",
        "it waits for another process", Site.Unknown);

    public static Verdict Nondeterminism_by_chance() => proof with
    {
        Outcome = Outcome.Refused,
        Refusal = Interleavings.Scheduling.Nondeterminism.By(
            [new("System.Random.get_Shared", new("/src/Counter.cs", 12, "Counter.Run", ""))]),
    };

    public static Verdict Nondeterminism() => proof with
    {
        Outcome = Outcome.Refused,
        Refusal = Interleavings.Scheduling.Nondeterminism.Of(new(4, "A Read count (Counter.cs:14)",
            "A Read other (Counter.cs:15)", new("/src/Counter.cs", 15, "Counter.Run", "other"))),
    };

    public static Verdict Broken_without_a_failure() => proof with { Outcome = Outcome.Broken };
}
