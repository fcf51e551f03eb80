using Mono.Cecil;

namespace Verification;

/// <summary>What instructions take from the stack, and what they leave there.</summary>
sealed partial class MethodVerifier
{
    static Value Boxed(TypeReference type) => new(Kind.Object, type.Plain());

    void Push(Value value) => stack.Add(value);

    Value Pop()
    {
        if (stack.Count == 0)
        {
            Found(Rules.Depth, "nothing is left on the stack");
            throw new BrokenException();
        }
        var top = stack[^1];
        stack.RemoveAt(stack.Count - 1);
        return top;
    }

    /// <summary>Takes what is to be stored in a variable of this type.</summary>
    void PopAs(TypeReference type) => Expect(Pop(), Value.Of(type));

    void Expect(Value found, Value expected)
    {
        if (casts.IsAssignable(found, expected))
            return;
        var rule = found.IsRaw ? Rules.Raw
            : IsOfPointer(found, expected) ? Rules.Pointer
            : found.IsReadOnly && casts.IsAssignable(found with { IsReadOnly = false }, expected)
                ? Rules.ReadOnly
            : Rules.Type;
        Found(rule, $"{found} instead of {expected}");
    }

    static bool IsOfPointer(Value found, Value expected) =>
        (found.Kind, expected.Kind) is (Kind.Native, Kind.Address) or (Kind.Address, Kind.Native);

    void PopInteger(string what)
    {
        var found = Pop();
        if (found.Kind is not (Kind.Int32 or Kind.Native))
            Found(Rules.Type, $"{found} as {what}");
    }

    Value PopObject()
    {
        var found = Pop();
        if (found.Kind != Kind.Object)
            Found(Rules.Type, $"{found} instead of an object");
        else if (found.IsRaw)
            Found(Rules.Raw, $"{found} is used");
        return found;
    }

    /// <summary>Takes the address of a variable of this type, to read from it or to write to it.</summary>
    void PopAddress(TypeReference type, bool toWrite)
    {
        var found = Pop();
        if (found.Kind == Kind.Native)
            Found(Rules.Pointer, $"an address of {type.Id()} is a pointer");
        else if (found.Kind != Kind.Address)
            Found(Rules.Type, $"{found} instead of an address of {type.Id()}");
        else if (!IsSeenAs(found.Type!, type))
            Found(Rules.Type, $"{found} instead of an address of {type.Id()}");
        else if (toWrite && found.IsReadOnly)
            Found(Rules.ReadOnly, $"a write through the {found}");
    }

    bool IsSeenAs(TypeReference variable, TypeReference type) =>
        variable.ReducedId() == type.ReducedId()
        || Value.Of(variable).Kind == Kind.Object && Value.Of(type).Kind == Kind.Object
            && (casts.CanBe(variable, type) || casts.CanBe(type, variable));

    /// <summary>Takes an array of one dimension; the type of its elements, null for null itself.</summary>
    TypeReference? PopArray()
    {
        var found = PopObject();
        if (found.Type is null)
            return null;
        if (found.Type is ArrayType { IsVector: true } array)
            return array.ElementType.Plain();
        Found(Rules.Type, $"{found} instead of an array");
        return null;
    }

    void Accept(TypeReference type)
    {
        if (type.Plain() is TypeSpecification specified)
        {
            if (specified is GenericInstanceType instance)
                AcceptArguments(instance.GenericArguments, instance.Definition().GenericParameters);
            else if (specified is not FunctionPointerType)
                Accept(specified.ElementType);
        }
        else if (type.Plain() is not GenericParameter && !visibility.Sees(type.Plain().Definition()))
            Found(Rules.Access, $"{type.Id()} is not for this method");
    }

    void AcceptArguments(IList<TypeReference> arguments, IList<GenericParameter> parameters)
    {
        for (var i = 0; i < arguments.Count; i++)
            if (!parameters[i].Takes(arguments[i]))
                Found(Rules.Argument, $"{arguments[i].Id()} as {parameters[i].Name}");
    }
}
