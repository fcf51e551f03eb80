using Mono.Cecil;

namespace Verification;

/// <summary>What can stand for what without a cast (ECMA-335 I.8.7.1, III.1.8.1.2.3).</summary>
sealed class Casts
{
    readonly Dictionary<(string, string), bool> known = [];

    public bool IsAssignable(Value from, Value to) => (from.Kind, to.Kind) switch
    {
        (Kind.Int32 or Kind.Native, Kind.Int32 or Kind.Native) => true,
        (Kind.Int64, Kind.Int64) or (Kind.Float, Kind.Float) => true,
        (Kind.Object, Kind.Object) => !from.IsRaw && (from.Type is null || to.Type is null
            || CanBe(from.Type, to.Type)),
        (Kind.Address, Kind.Address) => (!from.IsReadOnly || to.IsReadOnly)
            && from.Type!.ReducedId() == to.Type!.ReducedId(),
        (Kind.Struct, Kind.Struct) => from.Type!.Id() == to.Type!.Id(),
        _ => false,
    };

    /// <summary>Whether an object of one type is one of the other; what is no class counts as boxed.</summary>
    public bool CanBe(TypeReference from, TypeReference to)
    {
        from = from.Plain();
        to = to.Plain();
        if (to.MetadataType == MetadataType.Object)
            return true;
        var key = (from.Id(), to.Id());
        if (key.Item1 == key.Item2)
            return true;
        // Type parameters are known by their numbers, so what holds here may not hold elsewhere.
        if (key.Item1.Contains('!'))
            return Judge(from, to);
        if (!known.TryGetValue(key, out var can))
            known[key] = can = Judge(from, to);
        return can;
    }

    /// <summary>The closest that both are.</summary>
    public TypeReference Meet(TypeReference one, TypeReference other, TypeReference anything)
    {
        if (CanBe(one, other))
            return other;
        for (TypeReference? ancestor = one; ancestor is not null; ancestor = BaseOf(ancestor))
            if (CanBe(other, ancestor))
                return ancestor;
        return anything;
    }

    bool Judge(TypeReference from, TypeReference to) => from switch
    {
        ArrayType array => IsArrayA(array, to),
        GenericParameter parameter => parameter.Constraints.Any(c => CanBe(c.ConstraintType, to))
            || parameter.HasNotNullableValueTypeConstraint && to.FullName == "System.ValueType",
        ByReferenceType or PointerType or FunctionPointerType => false,
        _ => BaseOf(from) is { } ancestor && CanBe(ancestor, to)
            || Interfaces(from).Any(i => CanBe(i, to))
            || VariesTo(from, to),
    };

    bool IsArrayA(ArrayType from, TypeReference to)
    {
        if (to is ArrayType array)
            return array.Rank == from.Rank && IsElementA(from.ElementType, array.ElementType);
        if (to is GenericInstanceType { GenericArguments: [var element] } && from.IsVector)
            return to.Namespace == "System.Collections.Generic"
                && to.Name is "IEnumerable`1" or "ICollection`1" or "IList`1"
                    or "IReadOnlyCollection`1" or "IReadOnlyList`1"
                && IsElementA(from.ElementType, element);
        return to.FullName is "System.Array" or "System.ICloneable"
            or "System.Collections.IEnumerable" or "System.Collections.ICollection"
            or "System.Collections.IList" or "System.Collections.IStructuralComparable"
            or "System.Collections.IStructuralEquatable";
    }

    bool IsElementA(TypeReference from, TypeReference to) =>
        from.ReducedId() == to.ReducedId() || IsClass(from) && CanBe(from, to);

    static bool IsClass(TypeReference type) => type is GenericParameter p
        ? p.HasReferenceTypeConstraint || p.Constraints.Any(c => !IsInterface(c.ConstraintType)
            && c.ConstraintType.FullName is not ("System.ValueType" or "System.Enum"))
        : type is not PointerType && !type.IsStruct();

    static bool IsInterface(TypeReference type) =>
        type.Plain() is not (GenericParameter or ArrayType) && type.Plain().Definition().IsInterface;

    bool VariesTo(TypeReference from, TypeReference to)
    {
        if (from is not GenericInstanceType one || to is not GenericInstanceType other
            || one.ElementType.FullName != other.ElementType.FullName)
            return false;
        var parameters = one.Definition().GenericParameters;
        for (var i = 0; i < parameters.Count; i++)
        {
            var (a, b) = (one.GenericArguments[i], other.GenericArguments[i]);
            if (a.Id() == b.Id())
                continue;
            var fits = parameters[i].IsCovariant ? IsClass(a) && CanBe(a, b)
                : parameters[i].IsContravariant && IsClass(b) && CanBe(b, a);
            if (!fits)
                return false;
        }
        return true;
    }

    static TypeReference? BaseOf(TypeReference type) =>
        type is ArrayType or GenericParameter || type.Definition().BaseType is not { } ancestor
            ? null
            : Substitution.In(ancestor, type, null);

    static IEnumerable<TypeReference> Interfaces(TypeReference type) =>
        type.Definition().Interfaces.Select(i => Substitution.In(i.InterfaceType, type, null));
}
