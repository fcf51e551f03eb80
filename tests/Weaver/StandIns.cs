using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving;

/// <summary>
/// Methods that make the call of a member that isn't woven, for delegates and pointers. Within a type
/// there is one for each member, so that delegates that are equal stay so: <c>changed -= list.Add</c>.
/// </summary>
sealed class StandIns(ModuleWeave module)
{
    readonly Dictionary<(TypeDefinition Home, MethodDefinition? Generic, string Target), MethodDefinition>
        known = [];

    /// <param name="user">The method that loads the target.</param>
    /// <param name="site">Where it does so first.</param>
    public MethodReference Of(MethodDefinition user, MethodReference target, string site)
    {
        // Type parameters are numbers in metadata: the stand-in's are those of the user.
        var isGeneric = user.HasGenericParameters && Types(target).Any(
            t => t.MentionsParameter(GenericParameterType.Method));
        var key = (user.DeclaringType, isGeneric ? user : null, target.FullName);
        if (!known.TryGetValue(key, out var standIn))
        {
            standIn = known[key] = Make(user, target, isGeneric);
            user.DeclaringType.Methods.Add(standIn);
            module.Add(standIn, site);
        }
        return isGeneric ? Instance(standIn, user) : standIn.OnItself();
    }

    static IEnumerable<TypeReference> Types(MethodReference target) =>
    [
        target.DeclaringType, target.ResolvedReturn(),
        .. Enumerable.Range(0, target.Parameters.Count).Select(target.ResolvedParameter),
        .. target is GenericInstanceMethod g ? g.GenericArguments : [],
    ];

    static MethodDefinition Make(MethodDefinition user, MethodReference target, bool isGeneric)
    {
        var standIn = new MethodDefinition(
            $"<{user.Name}>w__{target.Name}_{user.DeclaringType.Methods.Count}",
            MethodAttributes.Private | MethodAttributes.Static | MethodAttributes.HideBySig,
            target.ResolvedReturn());
        if (isGeneric)
            foreach (var parameter in user.GenericParameters)
                standIn.GenericParameters.Add(Copy(parameter, standIn));
        var isOfStruct = target.HasThis && !target.DeclaringType.IsReference();
        if (target.HasThis)
            standIn.Parameters.Add(new("target", ParameterAttributes.None,
                isOfStruct ? user.Module.TypeSystem.Object : target.DeclaringType));
        for (var i = 0; i < target.Parameters.Count; i++)
            standIn.Parameters.Add(new(target.Parameters[i].Name, ParameterAttributes.None,
                target.ResolvedParameter(i)));

        var il = standIn.Body.GetILProcessor();
        foreach (var parameter in standIn.Parameters)
        {
            il.Emit(OpCodes.Ldarg, parameter);
            // A delegate of a struct's member holds the struct in a box.
            if (isOfStruct && parameter.Index == 0)
                il.Emit(OpCodes.Unbox, target.DeclaringType);
        }
        il.Emit(target.HasThis && !isOfStruct ? OpCodes.Callvirt : OpCodes.Call, target);
        il.Emit(OpCodes.Ret);
        return standIn;
    }

    static GenericParameter Copy(GenericParameter parameter, MethodDefinition owner)
    {
        var copy = new GenericParameter(parameter.Name, owner) { Attributes = parameter.Attributes };
        foreach (var constraint in parameter.Constraints)
            copy.Constraints.Add(new(constraint.ConstraintType));
        return copy;
    }

    static GenericInstanceMethod Instance(MethodDefinition standIn, MethodDefinition user)
    {
        var reference = standIn.OnItself();
        if (reference != standIn)
            foreach (var parameter in standIn.GenericParameters)
                reference.GenericParameters.Add(new(parameter.Name, reference));
        var instance = new GenericInstanceMethod(reference);
        foreach (var parameter in user.GenericParameters)
            instance.GenericArguments.Add(parameter);
        return instance;
    }
}
