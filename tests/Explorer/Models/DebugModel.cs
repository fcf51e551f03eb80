using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// <see cref="Debug"/>: an assertion that fails fails the test, with its interleaving. .NET ends the process
/// (learn.microsoft.com/dotnet/api/system.diagnostics.debug.assert, "default trace listener"), and with it
/// the run of all other tests. As there, no <c>catch</c> in the program sees it.
/// </summary>
[Models(typeof(Debug))]
public static class DebugModel
{
    public static void Assert(bool condition, string site) => Assert(condition, null, site);

    public static void Assert(bool condition, string? message, string site)
    {
        if (!condition) throw Failed("Debug.Assert", message, null, site);
    }

    public static void Assert(bool condition, string? message, string? detailMessage, string site)
    {
        if (!condition) throw Failed("Debug.Assert", message, detailMessage, site);
    }

    public static void Assert(
        bool condition, string? message, string detailMessageFormat, object?[] args, string site)
    {
        if (!condition)
            throw Failed("Debug.Assert", message,
                string.Format(CultureInfo.CurrentCulture, detailMessageFormat, args), site);
    }

    public static void Assert(
        bool condition, ref Debug.AssertInterpolatedStringHandler message, string site)
    {
        if (!condition) throw Failed("Debug.Assert", Text(ref message), null, site);
    }

    public static void Assert(
        bool condition, ref Debug.AssertInterpolatedStringHandler message,
        ref Debug.AssertInterpolatedStringHandler detailMessage, string site)
    {
        if (!condition) throw Failed("Debug.Assert", Text(ref message), Text(ref detailMessage), site);
    }

    public static void Fail(string? message, string site) => throw Failed("Debug.Fail", message, null, site);

    public static void Fail(string? message, string? detailMessage, string site) =>
        throw Failed("Debug.Fail", message, detailMessage, site);

    internal static Exception Failed(string call, string? message, string? details, string site)
    {
        string[] said = [.. new[] { message, details }.OfType<string>().Where(text => text != "")];
        var text = said.Length == 0 ? $"{call} fails" : $"{call} fails: {string.Join(" ", said)}";
        return Hook.Current is { } operation
            ? operation.Execution.Stop(new(FailureKind.Assertion, operation, text, null, site))
            : new DebugAssertException($"{text} ({Site.Parse(site)})");
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "ToStringAndClear")]
    private static extern string Text(ref Debug.AssertInterpolatedStringHandler handler);
}

/// <summary>An assertion of the program's own has failed where nothing is explored.</summary>
public sealed class DebugAssertException(string message) : Exception(message);
