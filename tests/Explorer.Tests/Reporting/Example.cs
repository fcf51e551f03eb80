using System.Reflection;
using Interleavings.Reporting;

namespace Interleavings.Tests.Reporting;

/// <summary>A verdict whose text is approved, named by the method that builds it.</summary>
public sealed record Example(string Name, Verdict Verdict, string? Claim = null)
{
    /// <summary>Every static method of the example classes.</summary>
    public static IEnumerable<Example> All() =>
        from type in (Type[])[typeof(AssertionExamples), typeof(DiagramExamples), typeof(RaceExamples),
            typeof(DeadlockExamples), typeof(RunawayExamples), typeof(OutcomeExamples)]
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public)
        where method.ReturnType == typeof(Verdict)
        select new Example(method.Name, (Verdict)method.Invoke(null, null)!,
            method.GetCustomAttribute<ClaimAttribute>()?.Claim);

    public string Text => Report.Of(Verdict, Claim);

    public override string ToString() => Name;
}

[AttributeUsage(AttributeTargets.Method)]
sealed class ClaimAttribute(string claim) : Attribute
{
    public string Claim { get; } = claim;
}
