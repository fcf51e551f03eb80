using System.Diagnostics.CodeAnalysis;

namespace Interleavings.Hooks;

// What a call looks at before it is made, inside an execution and outside.
public static partial class Hook
{
    /// <summary>Before a model takes the place of an instance member.</summary>
    /// <exception cref="NullReferenceException">There is no receiver.</exception>
    public static void Receiver([NotNull] object? receiver)
    {
        if (receiver is null) ThrowNoReceiver();
    }

    /// <summary>Before a delegate of an instance member is made.</summary>
    /// <exception cref="ArgumentException">There is no receiver: as the runtime has it.</exception>
    public static void DelegateTarget([NotNull] object? target)
    {
        if (target is null)
            throw new ArgumentException("Delegate to an instance method cannot have null 'this'.");
    }

    // Apart, so that the check is small enough to be inlined.
    [DoesNotReturn]
    private static void ThrowNoReceiver() => throw new NullReferenceException();
}
