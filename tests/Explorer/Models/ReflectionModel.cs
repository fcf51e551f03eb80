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
    ];

    private static readonly string[] Types =
        ["Environment", "AppDomain", "AppContext", "Console", "GC", "Activator"];

    internal static void EnsureSeen(MemberInfo member, string site)
    {
        if (Hook.Current is not { } operation || member.DeclaringType is not { } type) return;
        if (WovenAssemblies.IsWoven(type.Assembly)) return;
        if (WovenAssemblies.IsForeign(type))
            throw ForeignObjects.Refuse(operation, type, member.Name, site);
        if (!Namespaces.Any(n => type.Namespace == n
                || type.Namespace?.StartsWith($"{n}.", StringComparison.Ordinal) == true)
            && !(type.Namespace == "System" && Types.Contains(type.Name))) return;
        throw operation.Execution.Refuse(
            $"{type.FullName}.{(member is ConstructorInfo ? ".ctor" : member.Name)}",
            "a call by reflection isn't seen: use the member itself", site);
    }
}

/// <summary><see cref="MethodBase"/>.</summary>
[Models(typeof(MethodBase))]
public static class MethodBaseModel
{
    public static object? Invoke(MethodBase method, object? target, object?[]? arguments, string site)
    {
        ReflectionModel.EnsureSeen(method, site);
        try
        {
            return method.Invoke(target, arguments);
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is Unwinding)
        {
            throw new Unwinding();
        }
    }
}

/// <summary><see cref="ConstructorInfo"/>.</summary>
[Models(typeof(ConstructorInfo))]
public static class ConstructorInfoModel
{
    public static object Invoke(ConstructorInfo constructor, object?[]? arguments, string site)
    {
        ReflectionModel.EnsureSeen(constructor, site);
        return constructor.Invoke(arguments);
    }
}

/// <summary><see cref="Activator"/>.</summary>
[Models(typeof(Activator))]
public static class ActivatorModel
{
    public static object? CreateInstance(Type type, string site)
    {
        Check(type, site);
        return Activator.CreateInstance(type);
    }

    public static object? CreateInstance(Type type, object?[]? arguments, string site)
    {
        Check(type, site);
        return Activator.CreateInstance(type, arguments);
    }

    /// <summary><c>new T()</c>, too.</summary>
    public static T CreateInstance<T>(string site)
    {
        if (typeof(T).IsClass) Check(typeof(T), site);
        return Activator.CreateInstance<T>();
    }

    private static void Check(Type type, string site)
    {
        if (type.GetConstructors() is [var any, ..]) ReflectionModel.EnsureSeen(any, site);
    }
}
