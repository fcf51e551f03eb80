using Mono.Cecil;

namespace Effects;

/// <summary>Whether a value of a type leads to an object that can change.</summary>
static class Leads
{
    static readonly Dictionary<string, bool> known = [];

    public static bool IsStruct(TypeReference type) => type switch
    {
        GenericParameter or ByReferenceType or PointerType or ArrayType or FunctionPointerType => false,
        IModifierType m => IsStruct(m.ElementType),
        PinnedType p => IsStruct(p.ElementType),
        _ => type.IsValueType || Framework.Try(type)?.IsValueType == true,
    };

    public static bool IsItem(TypeReference type) =>
        type is GenericParameter || type.MetadataType == MetadataType.Object;

    public static bool Nowhere(TypeReference type)
    {
        switch (type)
        {
            case GenericParameter or ByReferenceType or PointerType or ArrayType:
                return false;
            case IModifierType m:
                return Nowhere(m.ElementType);
            case PinnedType p:
                return Nowhere(p.ElementType);
        }
        if (type.FullName is "System.String" or "System.Type" or "System.RuntimeType" or "System.Void")
            return true;
        // An address may be in it.
        if (type.MetadataType is MetadataType.IntPtr or MetadataType.UIntPtr || !IsStruct(type))
            return false;
        if (type.IsPrimitive || type is not GenericInstanceType && type.Namespace == "System.Runtime.Intrinsics")
            return true;
        if (known.TryGetValue(type.FullName, out var nowhere))
            return nowhere;
        known[type.FullName] = true;
        var arguments = type is GenericInstanceType g ? g.GenericArguments.ToList() : [];
        nowhere = Framework.Try(type) is { } definition
            && (definition.IsEnum || definition.Fields.Where(f => !f.IsStatic).All(f =>
                f.FieldType is GenericParameter p && p.Position < arguments.Count
                    ? Nowhere(arguments[p.Position]) : Nowhere(f.FieldType)));
        return known[type.FullName] = nowhere;
    }
}
