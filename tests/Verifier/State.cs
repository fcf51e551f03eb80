namespace Verification;

/// <summary>The stack before an instruction, and whether the constructor has called its base's.</summary>
sealed record State(Value[] Stack, bool IsConstructed)
{
    /// <summary>What is known where two paths meet; null where they don't fit.</summary>
    public State? Meet(State other, Func<Value, Value, Value?> meet)
    {
        if (Stack.Length != other.Stack.Length)
            return null;
        var met = new Value[Stack.Length];
        for (var i = 0; i < met.Length; i++)
        {
            if (meet(Stack[i], other.Stack[i]) is not { } value)
                return null;
            met[i] = value;
        }
        return new(met, IsConstructed && other.IsConstructed);
    }

    public bool IsSameAs(State other) =>
        IsConstructed == other.IsConstructed && Stack.AsSpan().SequenceEqual(other.Stack);
}
