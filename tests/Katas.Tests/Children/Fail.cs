using System.Diagnostics.CodeAnalysis;
using NUnit.Framework;

namespace Katas.Tests;

static class Fail
{
    /// <param name="next">What to do about it, in a line of its own.</param>
    [DoesNotReturn]
    internal static void Because(string what, string? next = null)
    {
        Assert.Fail(next is null ? what : $"{what}\n  Next: {next}");
        throw new InvalidOperationException();
    }
}
