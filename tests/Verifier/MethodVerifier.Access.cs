using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Verification;

/// <summary>Fields, addresses, elements of arrays.</summary>
sealed partial class MethodVerifier
{
    bool Access()
    {
        if (at.Operand is FieldReference field && at.OpCode.Code != Code.Ldtoken)
        {
            Field(field);
            return true;
        }
        var name = at.OpCode.Code.ToString();
        if (at.OpCode.Code is Code.Ldobj or Code.Stobj or Code.Cpobj or Code.Initobj)
            OfObject((TypeReference)at.Operand);
        else if (name.StartsWith("Ldind_", StringComparison.Ordinal))
            LoadThrough(name);
        else if (name.StartsWith("Stind_", StringComparison.Ordinal))
            StoreThrough(name);
        else
            return false;
        return true;
    }

    void Field(FieldReference field)
    {
        var definition = field.Resolve() ?? throw new UnresolvedException(field);
        var type = Substitution.Type(field);
        Accept(field.DeclaringType);
        if (!visibility.Sees(field))
            Found(Rules.Access, $"{field.FullName} is not for this method");
        var code = at.OpCode.Code;
        if (code is Code.Stfld or Code.Stsfld)
            PopAs(type);
        if (code is Code.Stfld or Code.Stsfld or Code.Ldflda or Code.Ldsflda
            && definition.IsInitOnly && !Initialises(definition))
            Found(Rules.Constant, field.FullName);

        if (code is Code.Ldsfld or Code.Ldsflda or Code.Stsfld != definition.IsStatic
            && code is Code.Ldsfld or Code.Ldsflda or Code.Stsfld)
            Found(Rules.Type, $"{field.FullName} is not static");
        var owner = code is Code.Ldfld or Code.Ldflda or Code.Stfld
            ? PopOwner(field.DeclaringType, code)
            : default;
        if (code is Code.Ldfld or Code.Ldsfld)
            Push(Value.Of(type));
        else if (code is Code.Ldflda or Code.Ldsflda)
            Push(owner.Kind == Kind.Native && code == Code.Ldflda
                ? Value.Native
                : new(Kind.Address, type.Plain(), owner.IsReadOnly));
    }

    bool Initialises(FieldDefinition field) =>
        method.DeclaringType.FullName == field.DeclaringType.FullName
        && (method.IsConstructor || method.IsSetter);

    Value PopOwner(TypeReference type, Code code)
    {
        var owner = Pop();
        var fits = owner.Kind switch
        {
            Kind.Object => owner.Type is null || casts.CanBe(owner.Type, type),
            Kind.Address => owner.Type!.ReducedId() == type.ReducedId(),
            Kind.Struct => code == Code.Ldfld && owner.Type!.Id() == type.Id(),
            _ => false,
        };
        if (owner.Kind == Kind.Native)
            Found(Rules.Pointer, $"a {type.Id()} behind a pointer");
        else if (!fits)
            Found(Rules.Type, $"{owner} instead of a {type.Id()}");
        else if (owner.IsRaw && code != Code.Stfld)
            Found(Rules.Raw, $"a field is looked at");
        return owner;
    }

    void OfObject(TypeReference type)
    {
        Accept(type);
        switch (at.OpCode.Code)
        {
            case Code.Ldobj:
                PopAddress(type, toWrite: false);
                Push(Value.Of(type));
                break;
            case Code.Stobj:
                PopAs(type);
                PopAddress(type, toWrite: true);
                break;
            case Code.Cpobj:
                PopAddress(type, toWrite: false);
                PopAddress(type, toWrite: true);
                break;
            default:
                PopAddress(type, toWrite: true);
                break;
        }
    }

    void LoadThrough(string code)
    {
        var type = OfSuffix(code);
        if (type.MetadataType != MetadataType.Object)
        {
            PopAddress(type, toWrite: false);
            Push(Value.Of(type));
            return;
        }
        var address = Pop();
        Push(Referred(address, types.Object));
    }

    void StoreThrough(string code)
    {
        var type = OfSuffix(code);
        if (type.MetadataType != MetadataType.Object)
        {
            PopAs(type);
            PopAddress(type, toWrite: true);
            return;
        }
        var value = Pop();
        var address = Pop();
        if (address.IsReadOnly)
            Found(Rules.ReadOnly, $"a write through the {address}");
        Expect(value, Referred(address, types.Object));
    }

    /// <summary>The object in the variable behind an address.</summary>
    Value Referred(Value address, TypeReference anything)
    {
        if (address is { Kind: Kind.Address, Type: { } type } && Value.Of(type).Kind == Kind.Object)
            return Value.Of(type);
        Found(address.Kind == Kind.Native ? Rules.Pointer : Rules.Type,
            $"{address} instead of the address of an object");
        return Value.Of(anything);
    }

    // Ldind_U1, Stelem_I8, Ldelem_Ref.
    TypeReference OfSuffix(string code) => code.Split('_')[1] switch
    {
        "I1" => types.SByte,
        "U1" => types.Byte,
        "I2" => types.Int16,
        "U2" => types.UInt16,
        "I4" => types.Int32,
        "U4" => types.UInt32,
        "I8" => types.Int64,
        "R4" => types.Single,
        "R8" => types.Double,
        "I" => types.IntPtr,
        _ => types.Object,
    };

    bool Element()
    {
        var name = at.OpCode.Code.ToString();
        if (name.StartsWith("Ldelem", StringComparison.Ordinal))
            LoadElement(name);
        else if (name.StartsWith("Stelem", StringComparison.Ordinal))
            StoreElement(name);
        else
            return false;
        return true;
    }

    void LoadElement(string name)
    {
        PopInteger("an index");
        var element = PopArray();
        var type = at.Operand as TypeReference ?? OfSuffix(name);
        if (at.OpCode.Code == Code.Ldelema)
        {
            var isReadOnly = IsAfter(OpCodes.Readonly);
            if (element is not null && element.ReducedId() != type.ReducedId()
                && !(isReadOnly && casts.CanBe(element, type)))
                Found(Rules.Type, $"an array of {element.Id()} instead of {type.Id()}");
            Push(new(Kind.Address, type.Plain(), isReadOnly));
        }
        else if (at.OpCode.Code == Code.Ldelem_Ref)
        {
            if (element is not null && Value.Of(element).Kind != Kind.Object)
                Found(Rules.Type, $"an array of {element.Id()} instead of objects");
            Push(element is null ? Value.Null : Value.Of(element));
        }
        else
        {
            EnsureElement(element, type);
            Push(Value.Of(type));
        }
    }

    void StoreElement(string name)
    {
        var value = Pop();
        PopInteger("an index");
        var element = PopArray();
        var type = at.Operand as TypeReference ?? OfSuffix(name);
        Expect(value, Value.Of(type));
        if (at.OpCode.Code != Code.Stelem_Ref)
            EnsureElement(element, type);
        else if (element is not null && Value.Of(element).Kind != Kind.Object)
            Found(Rules.Type, $"an array of {element.Id()} instead of objects");
    }

    void EnsureElement(TypeReference? element, TypeReference type)
    {
        if (element is null || element.ReducedId() == type.ReducedId())
            return;
        if (Value.Of(element).Kind != Kind.Object || !casts.CanBe(element, type))
            Found(Rules.Type, $"an array of {element.Id()} instead of {type.Id()}");
    }

    bool IsAfter(OpCode prefix)
    {
        for (var p = at.Previous; p?.OpCode.OpCodeType == OpCodeType.Prefix; p = p.Previous)
            if (p.OpCode == prefix)
                return true;
        return false;
    }
}
