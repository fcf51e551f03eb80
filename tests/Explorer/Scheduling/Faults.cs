namespace Interleavings.Scheduling;

/// <summary>Tells a test's failed assertion from an exception that escaped.</summary>
internal static class Faults
{
    internal static Fault Of(Operation operation, Exception exception) => new(
        IsAssertion(exception) ? FailureKind.Assertion : FailureKind.Exception,
        operation, exception.Message, exception, null);

    /// <summary>By name, because the explorer knows no test framework.</summary>
    private static bool IsAssertion(Exception exception)
    {
        for (var type = exception.GetType(); type is not null; type = type.BaseType)
        {
            if (type.Name.EndsWith("AssertException", StringComparison.Ordinal)
                || type.Name.EndsWith("AssertionException", StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
