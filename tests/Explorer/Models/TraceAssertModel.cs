namespace Interleavings.Models;

/// <summary>
/// <see cref="System.Diagnostics.Trace"/>: what it asserts, as <see cref="DebugModel"/> does.
/// </summary>
[Models(typeof(System.Diagnostics.Trace))]
public static class TraceAssertModel
{
    public static void Assert(bool condition, string site) => Assert(condition, null, site);

    public static void Assert(bool condition, string? message, string site)
    {
        if (!condition) throw DebugModel.Failed("Trace.Assert", message, null, site);
    }

    public static void Assert(bool condition, string? message, string? detailMessage, string site)
    {
        if (!condition) throw DebugModel.Failed("Trace.Assert", message, detailMessage, site);
    }

    public static void Fail(string? message, string site) =>
        throw DebugModel.Failed("Trace.Fail", message, null, site);

    public static void Fail(string? message, string? detailMessage, string site) =>
        throw DebugModel.Failed("Trace.Fail", message, detailMessage, site);
}
