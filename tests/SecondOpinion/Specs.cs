using System.Reflection;
using Interleavings;
using NUnit.Framework;

namespace SecondOpinion;

/// <summary>A kata's specs that explore: the others are no question to either engine.</summary>
static class Specs
{
    internal static IReadOnlyList<Spec> Of(Type specs) =>
    [
        .. from method in specs.GetMethods().OrderBy(method => method.MetadataToken)
           where method.IsDefined(typeof(EveryInterleavingAttribute))
               || method.IsDefined(typeof(SomeInterleavingAttribute))
           from arguments in Cases(method)
           select new Spec(method, arguments),
    ];

    static IEnumerable<object?[]> Cases(MethodInfo method)
    {
        var cases = method.GetCustomAttributes<TestCaseAttribute>().ToList();
        return cases.Count == 0 ? [[]] : cases.Select(c => c.Arguments);
    }
}

/// <param name="Arguments">Of its [TestCase]; empty otherwise.</param>
sealed record Spec(MethodInfo Method, object?[] Arguments)
{
    /// <summary>As NUnit has it, without the namespace and the class.</summary>
    internal string Name => Arguments.Length == 0 ? Method.Name
        : $"{Method.Name}({string.Join(',', Arguments.Select(a => a is string ? $"\"{a}\"" : a))})";

    internal bool AsksForSome => Method.IsDefined(typeof(SomeInterleavingAttribute));

    /// <summary>Explores it, as its attribute does.</summary>
    internal Verdict Explored()
    {
        var woven = Method.Module.Assembly;
        if (Method.ReturnType == typeof(Task))
        {
            Func<Task> work = () => (Task)Called()!;
            return AsksForSome
                ? Explorer.ExploreSome(work, woven: woven) : Explorer.Explore(work, woven: woven);
        }
        Action body = () => Called();
        return AsksForSome
            ? Explorer.ExploreSome(body, woven: woven) : Explorer.Explore(body, woven: woven);
    }

    object? Called() => Method.Invoke(
        Activator.CreateInstance(Method.DeclaringType!), BindingFlags.DoNotWrapExceptions,
        binder: null, Arguments, culture: null);
}
