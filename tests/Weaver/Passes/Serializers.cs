using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving.Control;

namespace Weaving.Passes;

/// <summary>Calls of serializers, which read all that can be reached from an argument.</summary>
sealed class Serializers : IPass
{
    public void Weave(MethodWeave method)
    {
        foreach (var call in method.Code)
        {
            if (call.OpCode.Code is not (Code.Call or Code.Callvirt)
                || call.Operand is not MethodReference callee || Graph(callee) is not { } graph
                || method.Calls.Of(call).Kind != CalleeKind.Unwoven)
                continue;
            var spilled = Spill.Arguments(method, callee);
            var type = callee.ResolvedParameter(graph);
            var options = Enumerable.Range(0, callee.Parameters.Count).FirstOrDefault(
                i => callee.Parameters[i].ParameterType.Name == "JsonSerializerOptions", -1);
            method.Before(call,
            [
                .. spilled.Store,
                Instruction.Create(OpCodes.Ldloc, spilled.Variables[graph]),
                .. type.IsReference() ? [] : (Instruction[])[Instruction.Create(OpCodes.Box, type)],
                options < 0 ? Instruction.Create(OpCodes.Ldnull)
                    : Instruction.Create(OpCodes.Ldloc, spilled.Variables[options]),
                method.Site(call, method.NameOf(
                    method.Flow.Peek(call, callee.Parameters.Count - 1 - graph))),
                method.Hooks.Call(callee.DeclaringType.Name == "JsonSerializer"
                    ? nameof(Hook.SerializesJson) : nameof(Hook.Serializes)),
                .. spilled.Load,
            ]);
        }
    }

    /// <summary>Which argument it reads.</summary>
    static int? Graph(MethodReference callee)
    {
        var name = callee.DeclaringType.FullName switch
        {
            "System.Text.Json.JsonSerializer"
                when callee.Name.StartsWith("Serialize", StringComparison.Ordinal) => "value",
            "System.Xml.Serialization.XmlSerializer" when callee.Name == "Serialize" => "o",
            "System.Runtime.Serialization.XmlObjectSerializer"
                or "System.Runtime.Serialization.DataContractSerializer"
                or "System.Runtime.Serialization.Json.DataContractJsonSerializer"
                when callee.Name.StartsWith("WriteObject", StringComparison.Ordinal) => "graph",
            _ => null,
        };
        // A reference to a method doesn't tell its parameters' names.
        return name is not null && callee.Resolve()?.Parameters.FirstOrDefault(p => p.Name == name)
            is { } parameter ? parameter.Index : null;
    }
}
