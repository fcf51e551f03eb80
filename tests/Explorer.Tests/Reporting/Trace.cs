using Interleavings.Reporting;

namespace Interleavings.Tests.Reporting;

/// <summary>Builds the values that an execution would leave.</summary>
sealed class Trace
{
    readonly List<Step> steps = [];
    readonly Dictionary<string, int> addresses = [];
    readonly List<OperationSummary> operations = [];

    /// <param name="names">"A" for a nameless worker, "A=Producer" for a thread with a name.</param>
    public Trace(string file, params string[] names)
    {
        File = file;
        foreach (var name in (string[])["main", .. names])
        {
            var parts = name.Split('=');
            operations.Add(new(operations.Count, parts[0], parts.ElementAtOrDefault(1),
                operations.Count == 0 ? -1 : 0));
        }
    }

    public string File { get; init; }

    public IReadOnlyList<Step> Steps => steps;

    public int Last => steps.Count - 1;

    /// <summary>Begins the test's body and starts all the workers.</summary>
    public Trace StartAll()
    {
        Do("main", EventKind.Begin);
        foreach (var operation in operations.Skip(1)) Do("main", EventKind.Start, operation.Letter);
        return this;
    }

    /// <param name="target">"count", or "count@2" for another location of the same name.</param>
    public Trace Do(string who, EventKind kind, string target = "", string? value = null, int line = 0)
    {
        if (!addresses.TryGetValue(target, out var address))
            addresses[target] = address = addresses.Count;
        return At(address, who, kind, target.Split('@')[0], value, line);
    }

    public Trace At(int address, string who, EventKind kind, string target, string? value, int line)
    {
        steps.Add(new(Id(who), kind, target, value, Site(line, target), address));
        return this;
    }

    public Trace Reads(string who, string target, string value, int line) =>
        Do(who, EventKind.Read, target, value, line);

    public Trace Writes(string who, string target, string value, int line) =>
        Do(who, EventKind.Write, target, value, line);

    public int Id(string who) => operations.FindIndex(o => o.Letter == who);

    public Site Site(int line, string target = "", string member = "") =>
        line == 0 ? Interleavings.Site.Unknown : new($"/src/katas/{File}", line, member, target);

    public Failure Fails(FailureKind kind, string message, string schedule = "A1 B A") => new()
    {
        Kind = kind,
        Message = message,
        Schedule = Schedule.Parse(schedule),
        Operations = operations,
        Steps = steps,
        Preemptions = schedule.Count(char.IsDigit),
        IsSimplest = true,
    };

    public Wait Waits(string who, EventKind kind, string on, int line,
        string? holder = null, int since = 0, string sinceTarget = "", string? details = null) => new(
        Id(who), kind, on, Site(line, on), holder is null ? -1 : Id(holder),
        since == 0 ? null : Site(since, sinceTarget == "" ? on : sinceTarget), details);
}

static class Broken
{
    public static Verdict With(Failure failure, long at = 2) => new()
    {
        Outcome = Outcome.Broken, Executions = at, FirstFailureAt = at, Failure = failure,
    };
}
