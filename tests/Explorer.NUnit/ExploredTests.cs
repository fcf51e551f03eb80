using NUnit.Framework.Interfaces;

namespace Interleavings;

/// <summary>
/// Tells when an explored test begins and ends. NUnit's own actions run inside the part of a test
/// that is explored, so they are left out.
/// </summary>
public static class ExploredTests
{
    public static event Action<ITest>? Begins;

    /// <summary>With its result.</summary>
    public static event Action<ITestResult>? Ended;

    internal static void Begin(ITest test) => Begins?.Invoke(test);

    internal static void End(ITestResult result) => Ended?.Invoke(result);
}
