using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving.Control;

/// <summary>
/// Library calls that may call the program back: by a delegate, or by a member that a type of the
/// program implements or overrides. When in doubt, a call may.
/// </summary>
static class CallingBack
{
    /// <summary>These may have a comparer.</summary>
    static readonly string[] comparing =
        ["Dictionary", "HashSet", "Set", "Sorted", "Hashtable", "PriorityQueue", "Comparer"];

    /// <summary>Of the plain collections, whatever their elements are.</summary>
    static readonly string[] quiet =
    [
        "get_Item", "set_Item", "get_Count", "get_Capacity", "Add", "Insert", "RemoveAt", "RemoveRange",
        "Clear", "ToArray", "GetEnumerator", "Reverse", "GetRange", "AsReadOnly", "TrimExcess",
        "Enqueue", "Dequeue", "TryDequeue", "Push", "Pop", "TryPop", "Peek", "TryPeek",
        "AddFirst", "AddLast", "AddBefore", "AddAfter", "RemoveFirst", "RemoveLast",
        "get_First", "get_Last",
    ];

    public static bool Is(MethodWeave method, Instruction call, MethodReference callee)
    {
        bool MayLeadBack(TypeReference? t) => t is not null && CallingBack.MayLeadBack(t, method.Module);

        var type = callee.DeclaringType;
        if (IsPlain(type.GetElementType()) && quiet.Contains(callee.Name))
            return false;
        // What a delegate calls is entered by hooks of its own.
        if (type.IsDelegate())
            return false;
        var depth = callee.Parameters.Count;
        for (var i = 0; i < depth; i++)
        {
            var argument = method.Flow.Peek(call, depth - 1 - i).Type;
            if (MayLeadBack(argument ?? callee.ResolvedParameter(i)))
                return true;
        }
        if (call.OpCode.Code == Code.Newobj)
            return comparing.Any(c => type.Name.Contains(c, StringComparison.Ordinal));
        return callee.HasThis
            && (MayLeadBack(type) || MayLeadBack(method.Flow.Peek(call, depth).Type));
    }

    static bool MayLeadBack(TypeReference type, ModuleWeave module)
    {
        switch (type.Plain())
        {
            case GenericParameter:
                return true;
            case ArrayType array:
                return MayLeadBack(array.ElementType, module);
            case TypeSpecification and not GenericInstanceType:
                return false;
            case GenericInstanceType generic
                when generic.GenericArguments.Any(a => MayLeadBack(a, module)):
                return true;
        }
        if (type.IsPrimitive || type.FullName is "System.String" or "System.Type")
            return false;
        if (module.IsWoven(type))
            return true;
        var definition = type.Definition();
        if (definition.IsValueType)
            return false;
        return definition.IsInterface || type.IsDelegate() || type.FullName == "System.Object"
            || !definition.IsSealed && !IsPlain(definition)
            || comparing.Any(c => definition.Name.Contains(c, StringComparison.Ordinal));
    }

    /// <summary>Not sealed, but its members call nothing that a derived type has.</summary>
    static bool IsPlain(TypeReference type) => type.FullName is
        "System.Collections.Generic.List`1" or "System.Collections.Generic.Queue`1"
        or "System.Collections.Generic.Stack`1" or "System.Collections.Generic.LinkedList`1";
}
