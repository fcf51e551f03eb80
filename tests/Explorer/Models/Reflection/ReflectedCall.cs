using System.Linq.Expressions;
using System.Reflection;
using Interleavings.Exploration;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// A member that is called by reflection. Woven members announce themselves what they do. A library's
/// member does to its receiver what it does when it is called directly (<see cref="MemberModel"/>); where
/// its effect on an argument isn't known, the call is unsupported.
/// </summary>
internal static class ReflectedCall
{
    /// <summary>Makes the call, or gets its result otherwise, with the events that belong to it.</summary>
    internal static object? Run(
        MethodBase member, object? target, object?[]? arguments, string site, Func<object?> call)
    {
        ReflectionModel.EnsureSeen(member, site);
        if (Hook.Current is not { IsObserved: true } operation) return call();
        if (arguments is { Length: > 0 })
            ObjectModel.Touch(operation, arguments, EventKind.ObjectRead, site);
        if (IsWoven(member, target)) return call();
        var frame = 0;
        LibraryCalls.Begin(operation, ref frame);
        Announce(operation, member, target, arguments, site);
        var result = call();
        LibraryCalls.End(operation, ref frame);
        if (target is not null && ReflectedEffects.ReturnsView(member)) Hook.View(result, target);
        return result;
    }

    /// <summary>
    /// A delegate that makes the call with its events each time. Of a woven member, the delegate itself.
    /// </summary>
    internal static Delegate? Announcing(Delegate? made, string site)
    {
        if (made is null || Hook.Current is not { } operation) return made;
        var member = made.Method;
        ReflectionModel.EnsureSeen(member, site);
        if (IsWoven(member, made.Target)) return made;
        if (made.GetType().GetMethod("Invoke") is not { } invoke
            || !invoke.GetParameters().Select(p => p.ParameterType).Append(invoke.ReturnType)
                .All(CanBeBoxed))
        {
            throw operation.Execution.Refuse($"a delegate made by reflection of {Name(member)}",
                "make it of the member itself: new Action(list.Clear)", site);
        }
        var parameters = invoke.GetParameters()
            .Select(p => Expression.Parameter(p.ParameterType, p.Name)).ToArray();
        var call = Expression.Call(
            typeof(ReflectedCall).GetMethod(nameof(Invoke), BindingFlags.Static | BindingFlags.NonPublic)!,
            Expression.Constant(made),
            Expression.NewArrayInit(typeof(object),
                parameters.Select(p => Expression.Convert(p, typeof(object)))),
            Expression.Constant(site));
        Expression body = invoke.ReturnType == typeof(void)
            ? call : Expression.Convert(call, invoke.ReturnType);
        return Expression.Lambda(made.GetType(), body, parameters).Compile();
    }

    private static object? Invoke(Delegate made, object?[] arguments, string site)
    {
        var member = made.Method;
        var isOpen = !member.IsStatic && made.Target is null;
        object? Call() => made.GetType().GetMethod("Invoke")!
            .Invoke(made, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        if (Hook.Current is not { IsObserved: true }) return Call();
        object?[] given = isOpen ? arguments[1..]
            : member.IsStatic && made.Target is { } first ? [first, .. arguments]
            : arguments;
        // The array is the explorer's own.
        return Run(member, isOpen ? arguments[0] : member.IsStatic ? null : made.Target, null, site, () =>
        {
            AnnounceArguments(member, given, site);
            return Call();
        });
    }

    private static void AnnounceArguments(MethodBase member, object?[] arguments, string site)
    {
        if (Hook.Current is { } operation)
            ReflectedEffects.EnsureKept(operation, member, arguments, site);
    }

    private static void Announce(
        Operation operation, MethodBase member, object? target, object?[]? arguments, string site)
    {
        ReflectedEffects.EnsureKept(operation, member, arguments ?? [], site);
        if (target is null || member is not MethodInfo called) return;
        if (target is not ValueType) MemberModel.Call(operation, target, called, site);
        else if (ReflectedEffects.IsChanging(target))
            ObjectModel.Touch(operation, target,
                ReflectedEffects.OnlyReads(called) ? EventKind.ObjectRead : EventKind.ObjectWrite, site);
    }

    /// <summary>Whether the code that runs is woven: the receiver's, for an interface or an override.</summary>
    private static bool IsWoven(MethodBase member, object? target)
    {
        if (member.DeclaringType is not { } type) return false;
        return WovenAssemblies.IsWoven(type.Assembly)
            || target is not null && member.IsVirtual && WovenAssemblies.HoldsAll(target.GetType());
    }

    private static bool CanBeBoxed(Type type) => !type.IsByRef && !type.IsByRefLike && !type.IsPointer;

    internal static string Name(MemberInfo member)
    {
        var type = member.DeclaringType;
        if (type is { IsConstructedGenericType: true }) type = type.GetGenericTypeDefinition();
        return $"{type?.FullName}.{(member is ConstructorInfo ? ".ctor" : member.Name)}";
    }
}
