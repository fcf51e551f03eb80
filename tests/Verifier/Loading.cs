using System.Reflection;
using System.Runtime.CompilerServices;

namespace Verification;

/// <summary>What became of compiling every method of a loaded assembly to machine code.</summary>
/// <param name="Prepared">How many methods were compiled.</param>
/// <param name="Open">How many are of generic types or methods that no argument at hand fits.</param>
/// <param name="Failures">Which can't be, though the same of the plain assembly can.</param>
public sealed record Preparation(int Prepared, int Open, IReadOnlyList<string> Failures);

/// <summary>
/// Has the runtime compile every method of a loaded assembly: it resolves each reference, and turns
/// down code whose stack does not add up.
/// </summary>
public static class Loading
{
    const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static
        | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    // The arguments that generic code is tried with.
    static readonly Type[] arguments =
        [typeof(object), typeof(int), typeof(string), typeof(DayOfWeek), typeof(Exception)];

    /// <param name="plain">The same assembly before it was woven.</param>
    public static Preparation Prepare(Assembly woven, Assembly plain)
    {
        var (prepared, open) = (0, 0);
        List<string> failures = [];
        foreach (var type in woven.GetTypes().Select(Closed))
            foreach (var method in type is null ? [] : Methods(type))
                if (Closed(method) is not { } closed)
                    open++;
                else if (Prepare(closed) is not { } error)
                    prepared++;
                else if (Same(closed, plain) is not { } same || Prepare(same) is null)
                    failures.Add($"{type}.{closed}: {error.GetType().Name}: {error.Message}");
        open += woven.GetTypes().Count(type => Closed(type) is null);
        return new(prepared, open, failures);
    }

    static IEnumerable<MethodBase> Methods(Type type) => type.GetMethods(Any)
        .Concat<MethodBase>(type.GetConstructors(Any))
        .Where(m => !m.IsAbstract && m.GetMethodBody() is not null);

    static Exception? Prepare(MethodBase method)
    {
        try
        {
            RuntimeTypeHandle[] instance =
            [
                .. method.DeclaringType!.GetGenericArguments().Select(a => a.TypeHandle),
                .. method.IsGenericMethod
                    ? method.GetGenericArguments().Select(a => a.TypeHandle)
                    : [],
            ];
            RuntimeHelpers.PrepareMethod(method.MethodHandle, instance);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    static MethodBase? Same(MethodBase method, Assembly plain)
    {
        var type = plain.GetType(
            (method.DeclaringType!.IsGenericType
                ? method.DeclaringType.GetGenericTypeDefinition()
                : method.DeclaringType).FullName!);
        return type is null || Closed(type) is not { } closed ? null
            : Methods(closed).Where(m => m.ToString() == method.ToString()).Select(Closed)
                .FirstOrDefault();
    }

    static Type? Closed(Type type) => !type.ContainsGenericParameters ? type
        : Try(type.GetGenericArguments(), type.MakeGenericType);

    static MethodBase? Closed(MethodBase method) =>
        method is not MethodInfo { ContainsGenericParameters: true } generic ? method
            : Try(generic.GetGenericArguments(), generic.MakeGenericMethod);

    static T? Try<T>(Type[] parameters, Func<Type[], T> make) where T : class
    {
        foreach (var argument in arguments)
            try
            {
                return make([.. parameters.Select(p => Fitting(p, argument))]);
            }
            catch (ArgumentException)
            {
                // Its constraints want something else.
            }
        return null;
    }

    /// <summary>What it is to be, if nothing but one class will do.</summary>
    static Type Fitting(Type parameter, Type argument) => parameter.GetGenericParameterConstraints()
        .FirstOrDefault(c => c is { IsClass: true, ContainsGenericParameters: false, IsAbstract: false }
            && c != typeof(ValueType) && c != typeof(Enum)) ?? argument;
}
