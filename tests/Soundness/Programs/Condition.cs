namespace Soundness.Programs;

public enum Sign
{
    Equal,
    Unequal,
    Less,
}

/// <summary>An access's result, or a local, against a constant.</summary>
/// <param name="Access">Null: the local decides.</param>
public sealed record Test(Access? Access, int Local, Sign Sign, int Constant)
{
    public static bool Holds(Sign sign, int value, int constant) => sign switch
    {
        Sign.Equal => value == constant,
        Sign.Unequal => value != constant,
        _ => value < constant,
    };
}

/// <summary>Tests in their order, as far as they are needed: all of them, or any.</summary>
public sealed record Condition(IReadOnlyList<Test> Tests, bool Any = false);
