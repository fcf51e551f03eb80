namespace Interleavings.Reporting;

/// <summary>
/// The step in which a failing operation fails, which is not an event and so not in the trace.
/// </summary>
static class LastRow
{
    public static Row? Of(Failure failure)
    {
        if (failure.Operation is not { } operation) return null;
        var site = failure.Site ?? Site.Unknown;
        return failure.Kind switch
        {
            FailureKind.Assertion => Marked("asserts", "", "✗ fails"),
            FailureKind.Exception => Marked("throws", failure.Exception?.GetType().Name ?? "", "✗ escapes"),
            FailureKind.EndlessLoop => Marked("loops", "", "✗ never ends"),
            FailureKind.EndlessRecursion => Marked("calls", site.Member, "✗ never ends"),
            FailureKind.StackFull => Marked("allocates", site.Target, "✗ no room on the stack"),
            FailureKind.ProcessExit => Marked("calls", site.Target, "✗ ends the process"),
            _ => null,
        };

        Row Marked(string verb, string target, string marker) =>
            new(operation, verb, Text.OneLine(target), site) { Marker = marker, IsKey = true };
    }
}
