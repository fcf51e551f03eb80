using Interleavings;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Flow;

namespace Weaving.Naming;

/// <summary>The places of a method, as the literals that hooks take.</summary>
/// <param name="fixedSite">For a method that stands in for a place in another.</param>
sealed class Sites(MethodDefinition method, StackFlow flow, string? fixedSite)
{
    readonly ValueNames names = new(method, flow);
    readonly string member = SourceNames.Member(method);

    readonly SequencePoint[] points = StateMachine(method) is { } machine
        ? [.. Points(machine).Take(1)]
        : [.. Points(method)];

    public string Of(Instruction at, string target)
    {
        if (fixedSite is not null)
            return fixedSite;
        var point = points.LastOrDefault(p => p.Offset <= at.Offset) ?? points.FirstOrDefault();
        return new Site(point?.Document.Url ?? "", point?.StartLine ?? 0, member, target).Format();
    }

    public string NameOf(StackSlot slot) => names.Of(slot);

    public string NameOfResult(Instruction created) => names.OfResult(created);

    static IEnumerable<SequencePoint> Points(MethodDefinition method) =>
        method.DebugInformation.SequencePoints.Where(p => !p.IsHidden).OrderBy(p => p.Offset);

    /// <summary>
    /// Where the source of an async method is. What is left of the method has no lines, nor have the
    /// members that the compiler gives the state machine.
    /// </summary>
    static MethodDefinition? StateMachine(MethodDefinition method)
    {
        var machine = method.CustomAttributes
            .Where(a => a.AttributeType.Name.EndsWith("StateMachineAttribute", StringComparison.Ordinal))
            .Select(a => (a.ConstructorArguments[0].Value as TypeReference)?.Resolve())
            .FirstOrDefault();
        if (machine is null && !Points(method).Any())
            machine = method.DeclaringType;
        return machine?.Methods.FirstOrDefault(m => m.Name == "MoveNext");
    }
}
