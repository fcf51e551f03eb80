using System.Reflection;

namespace Commutation.Calls;

/// <summary>Closes generic methods.</summary>
static class Generics
{
    /// <returns>Null where a constraint forbids the type.</returns>
    public static MethodInfo? Closed(MethodInfo method, Type argument) =>
        Closed(method, [.. method.GetGenericArguments().Select(_ => argument)]);

    /// <summary>
    /// A static method whose first parameter can be <paramref name="self"/>: type parameters of
    /// that parameter are inferred, and the others are the first of them.
    /// </summary>
    public static MethodInfo? For(MethodInfo method, ParameterInfo parameter, Type self)
    {
        if (!method.IsGenericMethodDefinition)
            return parameter.ParameterType.IsAssignableFrom(self) ? method : null;
        var inferred = new Dictionary<Type, Type>();
        if (!Infer(parameter.ParameterType, self, inferred)) return null;
        var other = inferred.Values.FirstOrDefault();
        var arguments = method.GetGenericArguments()
            .Select(p => inferred.GetValueOrDefault(p) ?? other).OfType<Type>().ToArray();
        return arguments.Length == method.GetGenericArguments().Length
            ? Closed(method, arguments) : null;
    }

    static MethodInfo? Closed(MethodInfo method, Type[] arguments)
    {
        try
        {
            return method.MakeGenericMethod(arguments);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    static bool Infer(Type parameter, Type self, Dictionary<Type, Type> inferred)
    {
        // A plain T can be anything: what it says of the object is nothing.
        if (parameter.IsGenericParameter) return false;
        if (parameter.IsArray)
            return self.IsArray
                && Bind(parameter.GetElementType()!, self.GetElementType()!, inferred);
        if (!parameter.IsGenericType) return parameter.IsAssignableFrom(self);
        var open = parameter.GetGenericTypeDefinition();
        var match = Ancestors(self).FirstOrDefault(t =>
            t.IsGenericType && t.GetGenericTypeDefinition() == open);
        return match is not null && parameter.GetGenericArguments()
            .Zip(match.GetGenericArguments()).All(p => Bind(p.First, p.Second, inferred));
    }

    static bool Bind(Type parameter, Type argument, Dictionary<Type, Type> inferred)
    {
        if (!parameter.IsGenericParameter)
            return parameter == argument
                || parameter.IsGenericType && argument.IsGenericType
                && parameter.GetGenericTypeDefinition() == argument.GetGenericTypeDefinition()
                && parameter.GetGenericArguments().Zip(argument.GetGenericArguments())
                    .All(p => Bind(p.First, p.Second, inferred));
        inferred.TryAdd(parameter, argument);
        return inferred[parameter] == argument;
    }

    static IEnumerable<Type> Ancestors(Type type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
            yield return ancestor;
        foreach (var contract in type.GetInterfaces())
            yield return contract;
    }
}
