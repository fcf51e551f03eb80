using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Verification;

/// <summary>Calls: of methods, constructors and delegates' constructors.</summary>
sealed partial class MethodVerifier
{
    void Call()
    {
        if (at.Operand is CallSite site)
        {
            Pop();
            for (var i = site.Parameters.Count - 1; i >= 0; i--)
                PopAs(site.Parameters[i].ParameterType);
            Found(Rules.Pointer, "a call of what a pointer leads to");
            PushResult(site.ReturnType);
            return;
        }
        var callee = Seen((MethodReference)at.Operand);
        if (at.OpCode.Code == Code.Newobj)
        {
            New(callee);
            return;
        }
        PopArguments(callee);
        if (callee.HasThis)
            PopReceiver(callee);
        PushResult(Substitution.Return(callee));
    }

    void PushResult(TypeReference type)
    {
        if (type.Plain().MetadataType == MetadataType.Void)
            return;
        var result = Value.Of(type);
        Push(result.Kind == Kind.Address && IsAfter(OpCodes.Readonly)
            ? result with { IsReadOnly = true }
            : result);
    }

    void PopArguments(MethodReference callee)
    {
        for (var i = callee.Parameters.Count - 1; i >= 0; i--)
            PopAs(Substitution.Parameter(callee, i));
    }

    /// <summary>The method itself, after a look at whether it may be used here.</summary>
    MethodReference Seen(MethodReference used)
    {
        Accept(used.DeclaringType);
        if (!visibility.Sees(used))
            Found(Rules.Access, $"{used.FullName} is not for this method");
        if (used is GenericInstanceMethod instance)
        {
            var definition = used.Resolve() ?? throw new UnresolvedException(used);
            foreach (var argument in instance.GenericArguments)
                Accept(argument);
            AcceptArguments(instance.GenericArguments, definition.GenericParameters);
        }
        return used;
    }

    void New(MethodReference constructor)
    {
        if (constructor.DeclaringType.IsDelegate())
        {
            var (entry, target) = (Pop(), Pop());
            if (target.Kind != Kind.Object)
                Found(Rules.Type, $"{target} as a delegate's target");
            if (entry.Method is null)
                Found(Rules.Delegate, $"{entry} instead of a method");
            else if (!IsFor(entry.Method, target, constructor.DeclaringType))
                Found(Rules.Delegate,
                    $"{entry.Method.FullName} on {target} for {constructor.DeclaringType.Id()}");
        }
        else
            PopArguments(constructor);
        Push(Value.Of(constructor.DeclaringType));
    }

    /// <summary>
    /// An instance method takes the target as its <c>this</c>, a static one as its first argument,
    /// if there is one too many (closed delegates, as extension methods make them).
    /// </summary>
    bool IsFor(MethodReference called, Value target, TypeReference type)
    {
        var definition = type.Definition().Methods.First(m => m.Name == "Invoke");
        var invoke = new MethodReference("Invoke", definition.ReturnType, type);
        foreach (var parameter in definition.Parameters)
            invoke.Parameters.Add(new(parameter.ParameterType));

        var closed = !called.HasThis && called.Parameters.Count == invoke.Parameters.Count + 1 ? 1 : 0;
        if (called.Parameters.Count != invoke.Parameters.Count + closed)
            return false;
        if (closed == 1 && !casts.IsAssignable(target, Value.Of(Substitution.Parameter(called, 0)))
            || called.HasThis && target.Type is not null
                && !casts.CanBe(target.Type, called.DeclaringType))
            return false;
        for (var i = 0; i < invoke.Parameters.Count; i++)
            if (!casts.IsAssignable(Value.Of(Substitution.Parameter(invoke, i)),
                Value.Of(Substitution.Parameter(called, i + closed))))
                return false;
        var (given, asked) = (Substitution.Return(called), Substitution.Return(invoke));
        return given.Plain().MetadataType == MetadataType.Void
            ? asked.Plain().MetadataType == MetadataType.Void
            : casts.IsAssignable(Value.Of(given), Value.Of(asked));
    }

    void PopReceiver(MethodReference callee)
    {
        var receiver = Pop();
        var owner = callee.DeclaringType;
        if (at.Previous is { OpCode.Code: Code.Constrained, Operand: TypeReference type })
        {
            if (receiver.Kind == Kind.Native)
                Found(Rules.Pointer, $"a {type.Id()} behind a pointer");
            else if (receiver.Kind != Kind.Address || receiver.Type!.ReducedId() != type.ReducedId())
                Found(Rules.Type, $"{receiver} instead of an address of {type.Id()}");
            else if (!casts.CanBe(type, owner))
                Found(Rules.Type, $"{type.Id()} is no {owner.Id()}");
        }
        else if (owner is not ArrayType && owner.IsStruct())
            Expect(receiver, new(Kind.Address, owner, IsReadOnly: receiver.IsReadOnly));
        else if (callee.Name == ".ctor" && receiver.IsRaw)
            isConstructed = Constructs(receiver, owner);
        else
            Expect(receiver, Boxed(owner));
    }

    /// <summary>A constructor calls another of its class, or one of the base's.</summary>
    bool Constructs(Value self, TypeReference owner)
    {
        if (!casts.CanBe(self.Type!, owner))
            Found(Rules.Type, $"{self} instead of a {owner.Id()}");
        stack = [.. stack.Select(v => v.IsRaw ? v with { IsRaw = false } : v)];
        return true;
    }
}
