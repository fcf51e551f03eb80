using System.Reflection;
using Commutation.Subjects;

namespace Commutation.Calls;

/// <summary>A subject's calls: as receiver, as argument, through a view.</summary>
static class CallsOf
{
    const BindingFlags instance = BindingFlags.Public | BindingFlags.Instance;

    public static IReadOnlyList<Call> All(Subject subject) =>
        [.. Own(subject).Concat(Viewed(subject)).Concat(Behind(subject))
            .Concat(Extras(subject)).Concat(Arguing.All(subject))
            .DistinctBy(c => c.Name).DistinctBy(c => c.Body)];

    static IEnumerable<Call> Own(Subject subject) => Members(subject.Type, "x", subject);

    static IEnumerable<Call> Viewed(Subject subject) =>
        subject.View is { } view ? Members(view.Type, "v", subject) : [];

    /// <summary>One property further: <c>x.Keys.Count</c>.</summary>
    static IEnumerable<Call> Behind(Subject subject) =>
        from property in subject.Type.GetProperties(instance)
        where subject.View is null && property.GetIndexParameters().Length == 0
            && property.GetMethod is not null && Leads(property.PropertyType)
        from call in Sample.Of(
            Members(property.PropertyType, $"x.{property.Name}", subject), 4)
        select call;

    static bool Leads(Type type) => type.IsClass && type != typeof(string)
        && type != typeof(object) && type != typeof(Type) && !type.IsArray
        && !typeof(Delegate).IsAssignableFrom(type) && !typeof(Task).IsAssignableFrom(type)
        && type.Namespace is not ("System.Globalization" or "System.Reflection");

    /// <summary>The calls that the subject names itself.</summary>
    public static IReadOnlyList<Call> Extras(Subject subject) => [.. subject.Extra.Select(text =>
        new Call(text.Replace("x.", "", StringComparison.Ordinal), MemberOf(subject, text),
            text.EndsWith(';') ? $"{text} return null;" : $"return {text};"))];

    static string MemberOf(Subject subject, string text) =>
        $"{TypeNames.Short(subject.Type).Split('<')[0]}: {text}";

    static IEnumerable<Call> Members(Type type, string target, Subject subject)
    {
        foreach (var method in Methods(type, subject))
            for (var variant = 0; variant < 2; variant++)
                if (CallText.Of(method, target, subject, variant) is { } call)
                    yield return call;
    }

    static IEnumerable<MethodInfo> Methods(Type type, Subject subject)
    {
        var methods = type.IsInterface
            ? type.GetInterfaces().Prepend(type).SelectMany(t => t.GetMethods(instance))
            : type.GetMethods(instance);
        foreach (var method in methods)
        {
            // Of the reference only; one of them differs from run to run.
            if (method.DeclaringType is { IsArray: true } || method.DeclaringType == typeof(object))
                continue;
            var reason = subject.MayBlock
                ? Exclusions.ReasonOfPrimitive(method) : Exclusions.Reason(method);
            if (reason is not null || IsEvent(method) || IsInit(method))
                continue;
            if (!method.IsGenericMethodDefinition) yield return method;
            else if (Generics.Closed(method, typeof(int)) is { } closed) yield return closed;
        }
    }

    static bool IsEvent(MethodInfo method) => method.IsSpecialName
        && (method.Name.StartsWith("add_", StringComparison.Ordinal)
            || method.Name.StartsWith("remove_", StringComparison.Ordinal));

    static bool IsInit(MethodInfo method) => method.ReturnParameter.GetRequiredCustomModifiers()
        .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}
