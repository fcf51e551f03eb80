using System.Reflection;
using Interleavings.Exploration;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Calls by reflection: of woven members as of any other; what waits or starts is refused.</summary>
internal static class ReflectionModel
{
    private static readonly string[] Namespaces =
    [
        "System.Threading", "System.Diagnostics", "System.Net", "System.IO", "System.Timers",
        "System.Collections.Concurrent", "System.Runtime.InteropServices", "System.Reflection",
        "System.Runtime.CompilerServices",
    ];

    private static readonly string[] Types =
        ["Environment", "AppDomain", "AppContext", "Console", "GC", "Activator", "Delegate"];

    /// <summary>Members that have a model run it only if the call is seen.</summary>
    private static readonly Lazy<HashSet<Type>> Modelled = new(() =>
    [
        .. typeof(ReflectionModel).Assembly.GetTypes()
            .SelectMany(t => t.GetCustomAttributes<ModelsAttribute>())
            .Select(m => m.Type).Where(t => t != typeof(IDisposable) && t != typeof(IProgress<>)),
    ]);

    internal static void EnsureSeen(MemberInfo member, string site)
    {
        if (Hook.Current is not { } operation || member.DeclaringType is not { } type) return;
        if (WovenAssemblies.IsWoven(type.Assembly)) return;
        if (WovenAssemblies.IsForeign(type))
            throw ForeignObjects.Refuse(operation, type, member.Name, site);
        if (!Namespaces.Any(n => type.Namespace == n
                || type.Namespace?.StartsWith($"{n}.", StringComparison.Ordinal) == true)
            && !(type.Namespace == "System" && Types.Contains(type.Name))
            && !Modelled.Value.Contains(
                type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type)) return;
        throw operation.Execution.Refuse(
            ReflectedCall.Name(member),
            "a call by reflection isn't seen: use the member itself", site);
    }

    /// <summary>The explorer's own exception must go through as it is.</summary>
    internal static object? Unwrapped(Func<object?> call)
    {
        try
        {
            return call();
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is Unwinding)
        {
            throw new Unwinding();
        }
    }
}

/// <summary><see cref="MethodBase"/>.</summary>
[Models(typeof(MethodBase))]
public static class MethodBaseModel
{
    public static object? Invoke(MethodBase method, object? target, object?[]? arguments, string site) =>
        ReflectedCall.Run(method, target, arguments, site,
            () => ReflectionModel.Unwrapped(() => method.Invoke(target, arguments)));

    public static object? Invoke(MethodBase method, object? target, BindingFlags invokeAttr,
        Binder? binder, object?[]? arguments, System.Globalization.CultureInfo? culture, string site) =>
        ReflectedCall.Run(method, target, arguments, site, () => ReflectionModel.Unwrapped(
            () => method.Invoke(target, invokeAttr, binder, arguments, culture)));
}

/// <summary><see cref="ConstructorInfo"/>.</summary>
[Models(typeof(ConstructorInfo))]
public static class ConstructorInfoModel
{
    public static object Invoke(ConstructorInfo constructor, object?[]? arguments, string site) =>
        ReflectedCall.Run(constructor, null, arguments, site,
            () => ReflectionModel.Unwrapped(() => constructor.Invoke(arguments)))!;
}

/// <summary><see cref="MethodInfo"/>.</summary>
[Models(typeof(MethodInfo))]
public static class MethodInfoModel
{
    public static Delegate CreateDelegate(MethodInfo method, Type delegateType, string site) =>
        ReflectedCall.Announcing(method.CreateDelegate(delegateType), site)!;

    public static Delegate CreateDelegate(
        MethodInfo method, Type delegateType, object? target, string site) =>
        ReflectedCall.Announcing(method.CreateDelegate(delegateType, target), site)!;

    public static T CreateDelegate<T>(MethodInfo method, string site) where T : Delegate =>
        (T)ReflectedCall.Announcing(method.CreateDelegate<T>(), site)!;

    public static T CreateDelegate<T>(MethodInfo method, object? target, string site)
        where T : Delegate =>
        (T)ReflectedCall.Announcing(method.CreateDelegate<T>(target), site)!;
}

/// <summary><see cref="Delegate"/>.</summary>
[Models(typeof(Delegate))]
public static class DelegateCreationModel
{
    public static Delegate CreateDelegate(Type type, MethodInfo method, string site) =>
        ReflectedCall.Announcing(Delegate.CreateDelegate(type, method), site)!;

    public static Delegate? CreateDelegate(
        Type type, MethodInfo method, bool throwOnBindFailure, string site) =>
        ReflectedCall.Announcing(Delegate.CreateDelegate(type, method, throwOnBindFailure), site);

    public static Delegate CreateDelegate(
        Type type, object? firstArgument, MethodInfo method, string site) =>
        ReflectedCall.Announcing(Delegate.CreateDelegate(type, firstArgument, method), site)!;

    public static Delegate? CreateDelegate(Type type, object? firstArgument, MethodInfo method,
        bool throwOnBindFailure, string site) => ReflectedCall.Announcing(
        Delegate.CreateDelegate(type, firstArgument, method, throwOnBindFailure), site);

    public static Delegate CreateDelegate(Type type, object target, string method, string site) =>
        ReflectedCall.Announcing(Delegate.CreateDelegate(type, target, method), site)!;

    public static Delegate CreateDelegate(
        Type type, object target, string method, bool ignoreCase, string site) =>
        ReflectedCall.Announcing(Delegate.CreateDelegate(type, target, method, ignoreCase), site)!;

    public static Delegate CreateDelegate(Type type, Type target, string method, string site) =>
        ReflectedCall.Announcing(Delegate.CreateDelegate(type, target, method), site)!;

    public static Delegate CreateDelegate(
        Type type, Type target, string method, bool ignoreCase, string site) =>
        ReflectedCall.Announcing(Delegate.CreateDelegate(type, target, method, ignoreCase), site)!;
}

/// <summary><see cref="PropertyInfo"/>.</summary>
[Models(typeof(PropertyInfo))]
public static class PropertyInfoModel
{
    public static object? GetValue(PropertyInfo property, object? target, string site) =>
        Get(property, target, null, site);

    public static object? GetValue(
        PropertyInfo property, object? target, object?[]? index, string site) =>
        Get(property, target, index, site);

    public static void SetValue(PropertyInfo property, object? target, object? value, string site) =>
        Set(property, target, value, null, site);

    public static void SetValue(
        PropertyInfo property, object? target, object? value, object?[]? index, string site) =>
        Set(property, target, value, index, site);

    private static object? Get(PropertyInfo property, object? target, object?[]? index, string site) =>
        property.GetMethod is { } getter
            ? ReflectedCall.Run(getter, target, index, site,
                () => ReflectionModel.Unwrapped(() => property.GetValue(target, index)))
            : property.GetValue(target, index);

    private static void Set(
        PropertyInfo property, object? target, object? value, object?[]? index, string site)
    {
        if (property.SetMethod is not { } setter)
        {
            property.SetValue(target, value, index);
            return;
        }
        ReflectedCall.Run(setter, target, index is null ? null : [.. index, value], site, () =>
        {
            return ReflectionModel.Unwrapped(() =>
            {
                property.SetValue(target, value, index);
                return null;
            });
        });
    }
}

/// <summary><see cref="Activator"/>.</summary>
[Models(typeof(Activator))]
public static class ActivatorModel
{
    public static object? CreateInstance(Type type, string site)
    {
        Check(type, [], site);
        return Activator.CreateInstance(type);
    }

    public static object? CreateInstance(Type type, object?[]? arguments, string site)
    {
        Check(type, arguments ?? [], site);
        return Activator.CreateInstance(type, arguments);
    }

    public static object? CreateInstance(Type type, bool nonPublic, string site)
    {
        Check(type, [], site);
        return Activator.CreateInstance(type, nonPublic);
    }

    /// <summary><c>new T()</c>, too.</summary>
    public static T CreateInstance<T>(string site)
    {
        if (typeof(T).IsClass) Check(typeof(T), [], site);
        return Activator.CreateInstance<T>();
    }

    private static void Check(Type type, object?[] arguments, string site)
    {
        if (type.GetConstructors() is not [var any, ..]) return;
        if (type.IsClass) ReflectionModel.EnsureSeen(any, site);
        // Which constructor is called is decided by the arguments.
        if (Hook.Current is { IsObserved: true } operation && !WovenAssemblies.IsWoven(type.Assembly)
            && arguments.Any(a => a is not null && ReflectedEffects.IsChanging(a)))
        {
            throw operation.Execution.Refuse(ReflectedCall.Name(any),
                "it isn't known what it does to its arguments: use new", site);
        }
    }
}

/// <summary><see cref="EventInfo"/>.</summary>
[Models(typeof(EventInfo))]
public static class EventInfoModel
{
    public static void AddEventHandler(
        EventInfo changed, object? target, Delegate? handler, string site) => Run(
        changed.AddMethod, target, site, () => changed.AddEventHandler(target, handler));

    public static void RemoveEventHandler(
        EventInfo changed, object? target, Delegate? handler, string site) => Run(
        changed.RemoveMethod, target, site, () => changed.RemoveEventHandler(target, handler));

    private static void Run(
        MethodInfo? accessor, object? target, string site, Action call)
    {
        if (accessor is null)
        {
            call();
            return;
        }
        ReflectedCall.Run(accessor, target, null, site, () => ReflectionModel.Unwrapped(() =>
        {
            call();
            return null;
        }));
    }
}
