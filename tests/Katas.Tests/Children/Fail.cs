using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using NUnit.Framework;

namespace Katas.Tests;

/// <summary>Ends a spec with a message that fits the terminal.</summary>
[StackTraceHidden]
static class Fail
{
    const int Width = 78;

    /// <param name="next">What to do about it, in a line of its own.</param>
    [DoesNotReturn]
    internal static void Because(string what, string? next = null)
    {
        var text = next is null ? what : $"{what}\n  Next: {next}";
        Assert.Fail(string.Join('\n', text.Split('\n').SelectMany(Wrapped)));
        throw new UnreachableException();
    }

    /// <summary>
    /// A long line, folded between words; what follows the first part is indented.
    /// </summary>
    static IEnumerable<string> Wrapped(string line)
    {
        while (line.Length > Width && line.LastIndexOf(' ', Width) is var end and > 4)
        {
            yield return line[..end];
            line = $"    {line[(end + 1)..]}";
        }
        yield return line;
    }
}
