using Commutation.Subjects;
using Mono.Cecil;

namespace Commutation.Faults;

/// <summary>
/// A cause of false proofs, planted in woven code as the weaver once wrote it. The pair agrees
/// without the fault, and must disagree with it.
/// </summary>
/// <param name="Name">The cause, as a sentence.</param>
/// <param name="Subject">With the two calls as its extras.</param>
/// <param name="Edit">Changes the woven methods of the calls.</param>
public sealed record Fault(string Name, object Subject, Action<MethodDefinition> Edit)
{
    internal Subject Of => (Subject)Subject;

    public override string ToString() => Name;
}
