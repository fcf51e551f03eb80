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

    readonly SequencePoint[] points = [.. method.DebugInformation.SequencePoints
        .Where(p => !p.IsHidden).OrderBy(p => p.Offset)];

    public string Of(Instruction at, string target)
    {
        if (fixedSite is not null)
            return fixedSite;
        var point = points.LastOrDefault(p => p.Offset <= at.Offset) ?? points.FirstOrDefault();
        return new Site(point?.Document.Url ?? "", point?.StartLine ?? 0, member, target).Format();
    }

    public string NameOf(StackSlot slot) => names.Of(slot);

    public string NameOfResult(Instruction created) => names.OfResult(created);
}
