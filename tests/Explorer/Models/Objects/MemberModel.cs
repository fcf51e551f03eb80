using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Interleavings.Exploration;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Calls of which the static type says little: of <c>object</c>, an interface, a type parameter. The
/// object at run time decides which method runs, and so what the call reads or writes.
/// </summary>
internal static class MemberModel
{
    /// <summary>By the handle of the member that is called.</summary>
    private static readonly ConditionalWeakTable<Type, ConcurrentDictionary<nint, Judged>> Known = [];

    private static readonly MethodInfo ToText = typeof(object).GetMethod(nameof(ToString))!;

    private static readonly MethodInfo ToEnumerate =
        typeof(IEnumerable).GetMethod(nameof(IEnumerable.GetEnumerator))!;

    private readonly record struct Judged(ReceiverEffect Effect, string Member);

    internal static void Call(
        Operation operation, object receiver, RuntimeMethodHandle member, RuntimeTypeHandle type, string site)
    {
        var own = receiver.GetType();
        if (WovenAssemblies.HoldsAll(own)) return;
        var effects = Known.GetOrCreateValue(own);
        if (!effects.TryGetValue(member.Value, out var known))
        {
            var called = (MethodInfo)MethodBase.GetMethodFromHandle(member, type)!;
            effects[member.Value] = known = Judge(own, called);
        }
        Perform(operation, receiver, known, site);
    }

    /// <summary>The same of a member that reflection has found.</summary>
    internal static void Call(Operation operation, object receiver, MethodInfo called, string site)
    {
        var own = receiver.GetType();
        if (!WovenAssemblies.HoldsAll(own)) Perform(operation, receiver, Judge(own, called), site);
    }

    /// <summary>A library makes a text of the object, by its own <c>ToString</c>.</summary>
    internal static void Format(Operation operation, object formatted, string site)
    {
        var own = formatted.GetType();
        if (own == typeof(string) || own.IsPrimitive || WovenAssemblies.HoldsAll(own)) return;
        if (formatted is object?[] arguments)
        {
            ObjectModel.Touch(operation, arguments, EventKind.ObjectRead, site);
            foreach (var argument in arguments)
            {
                if (argument is not null and not object[]) Format(operation, argument, site);
            }
            return;
        }
        var effects = Known.GetOrCreateValue(own);
        if (!effects.TryGetValue(0, out var known)) effects[0] = known = Judge(own, ToText);
        Perform(operation, formatted, known, site);
    }

    /// <summary>What enumerating such an object does to it: some collect their elements only then.</summary>
    internal static (ReceiverEffect Effect, string Member) OfEnumerating(Type own)
    {
        var effects = Known.GetOrCreateValue(own);
        if (!effects.TryGetValue(1, out var known)) effects[1] = known = Judge(own, ToEnumerate);
        return (known.Effect, known.Member);
    }

    private static void Perform(Operation operation, object receiver, Judged known, string site)
    {
        switch (known.Effect)
        {
            case ReceiverEffect.Read: ObjectModel.Touch(operation, receiver, EventKind.ObjectRead, site); break;
            case ReceiverEffect.Write: ObjectModel.Touch(operation, receiver, EventKind.ObjectWrite, site); break;
            case ReceiverEffect.Doubt or ReceiverEffect.Unknown:
                ObjectModel.Touch(operation, receiver, EventKind.ObjectWrite, site,
                    new(known.Member, known.Effect == ReceiverEffect.Doubt));
                break;
            case ReceiverEffect.Move: CursorModel.Move(operation, receiver, site); break;
            case ReceiverEffect.Put: CursorModel.Put(operation, receiver, site); break;
        }
    }

    private static Judged Judge(Type own, MethodInfo called)
    {
        if (TargetOf(own, called) is not { DeclaringType: { } type } target) return default;
        // An explicit implementation is called by the interface's full name.
        var name = target.Name[(target.Name.LastIndexOf('.') + 1)..];
        var full = $"{LibraryTypes.NameOf(type).Name}.{name}";
        // A woven method passes hooks of its own; one that is foreign is refused by another hook.
        if (WovenAssemblies.IsWoven(type.Assembly) || WovenAssemblies.IsForeign(type)) return default;
        if (own.IsArray)
            return new(LibraryTypes.IsOfArrays(called, name) ? ReceiverEffect.Write : ReceiverEffect.Read, full);
        var effect = LibraryTypes.EffectOf(type, name, target.GetBaseDefinition().DeclaringType);
        // A query holds nothing, but looks into its source.
        if (effect == ReceiverEffect.None && called.DeclaringType!.IsInterface && type.Namespace == "System.Linq")
            effect = ReceiverEffect.Read;
        return new(effect, full);
    }

    /// <summary>The method that runs if <paramref name="called"/> is called on such an object.</summary>
    private static MethodInfo? TargetOf(Type own, MethodInfo called)
    {
        if (called.DeclaringType!.IsInterface) return OfInterface(own, called);
        var slot = called.GetBaseDefinition();
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Public
            | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var type = own; type is not null; type = type.BaseType)
        {
            foreach (var method in type.GetMethods(all))
            {
                if (method.Name == called.Name && method.GetBaseDefinition() == slot) return method;
            }
        }
        return called;
    }

    private static MethodInfo? OfInterface(Type own, MethodInfo called)
    {
        var face = called.DeclaringType!;
        // The runtime makes an array's methods.
        if (own.IsArray) return called;
        var all = own.GetInterfaces();
        var implemented = Array.Find(all, f => f == face)
            // By variance: of objects, where strings are implemented.
            ?? Array.Find(all, f => face.IsAssignableFrom(f) && Declares(f, called));
        if (implemented is null) return null;
        var map = own.GetInterfaceMap(implemented);
        var index = Array.FindIndex(map.InterfaceMethods, m => IsSame(m, called));
        return index < 0 ? null : map.TargetMethods[index];
    }

    private static bool Declares(Type face, MethodInfo called) =>
        face.IsGenericType && called.DeclaringType!.IsGenericType
        && face.GetGenericTypeDefinition() == called.DeclaringType.GetGenericTypeDefinition();

    private static bool IsSame(MethodInfo one, MethodInfo other) =>
        one.MetadataToken == other.MetadataToken && one.Module == other.Module;
}
