using Interleavings.Hooks;

namespace Interleavings.Scheduling;

/// <summary>Tells a test's failed assertion from an exception that escaped.</summary>
internal static class Faults
{
    internal static Fault Of(Operation operation, Exception exception) => new(
        IsAssertion(exception) ? FailureKind.Assertion : FailureKind.Exception,
        operation, Message(operation, exception), exception, null);

    /// <summary>The program may have a say in it: so it is read once, and where it can be stopped.</summary>
    internal static string Message(Operation operation, Exception exception)
    {
        var running = Hook.Current;
        Hook.Current = operation;
        operation.Unscheduled++;
        operation.IsFailing = true;
        try
        {
            return exception.Message;
        }
        catch (Exception)
        {
            return "(its Message can't be read)";
        }
        finally
        {
            operation.IsFailing = false;
            operation.Unscheduled--;
            Hook.Current = running;
        }
    }

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
