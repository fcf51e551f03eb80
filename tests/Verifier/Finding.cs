namespace Verification;

/// <summary>A rule that a method breaks.</summary>
/// <param name="Type">The full name of the type that the method belongs to.</param>
/// <param name="Index">The method's place among its type's.</param>
/// <param name="Rule">Which rule: one of <see cref="Rules"/>.</param>
/// <param name="Text">What was found there, for a person.</param>
public sealed record Finding(string Type, int Index, string Method, string Rule, string Text)
{
    public override string ToString() => $"{Type}.{Method}: {Rule}: {Text}";
}
