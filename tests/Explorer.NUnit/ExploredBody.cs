using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Interleavings.Hooks;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Interleavings;

/// <summary>One execution of a test: a fresh fixture, its SetUp, the test, its TearDown.</summary>
/// <remarks>
/// It runs tens of thousands of times: everything is compiled to delegates once, and reflection
/// would wrap the exceptions.
/// </remarks>
static class ExploredBody
{
    /// <summary>Why a test can't be explored, or null if it can.</summary>
    internal static string? ReasonAgainst(Test test)
    {
        var method = test.Method!.MethodInfo;
        if (method.ReturnType != typeof(void) && method.ReturnType != typeof(Task))
            return $"An explored spec returns nothing, but this one returns {method.ReturnType.Name}"
                + ": assert inside it.";
        var once = Methods(test, typeof(OneTimeSetUpAttribute)).Find(m => !m.IsStatic);
        return once is null ? null
            : $"{once.Name} is a [OneTimeSetUp] of one fixture, but each execution has a fixture of"
                + " its own: use [SetUp], or make it static.";
    }

    internal static Action Of(Test test)
    {
        var create = Creation(test);
        var setUps = Methods(test, typeof(SetUpAttribute));
        var tearDowns = Methods(test, typeof(TearDownAttribute));
        tearDowns.Reverse();
        var body = Call([test.Method!.MethodInfo], test.Arguments);
        if (setUps.Count == 0 && tearDowns.Count == 0) return () => body(create());

        var setUp = Call(setUps);
        var tearDown = Call(tearDowns);
        return () =>
        {
            var fixture = create();
            var frame = 0;
            try
            {
                setUp(fixture);
                body(fixture);
            }
            catch (Exception exception)
            {
                Hook.Caught(exception, ref frame);
                TearDownAfterFailure(tearDown, fixture);
                throw;
            }
            tearDown(fixture);
        };
    }

    /// <summary>What failed first is what the report has to say, whatever that leads to.</summary>
    static void TearDownAfterFailure(Action<object?> tearDown, object? fixture)
    {
        var frame = 0;
        try
        {
            tearDown(fixture);
        }
        catch (Exception exception)
        {
            Hook.Caught(exception, ref frame);
        }
    }

    static Func<object?> Creation(Test test)
    {
        var type = test.TypeInfo!.Type;
        if (type.IsAbstract && type.IsSealed) return () => null;
        var arguments = Fixture(test).Arguments;
        var constructor = type.GetConstructor([.. arguments.Select(a => a?.GetType() ?? typeof(object))])
            ?? throw new InvalidOperationException(
                $"{type.Name} has no public constructor for its fixture's arguments.");
        return Expression.Lambda<Func<object?>>(
            Expression.New(constructor, Constants(constructor, arguments))).Compile();
    }

    static ITest Fixture(ITest test)
    {
        while (test is not TestFixture && test.Parent is { } parent) test = parent;
        return test;
    }

    /// <summary>The base class's first, as NUnit has it; an overridden one once, where it is.</summary>
    static List<MethodInfo> Methods(Test test, Type attribute)
    {
        List<Type> types = [];
        for (var type = test.TypeInfo!.Type; type is not null; type = type.BaseType) types.Add(type);
        types.Reverse();
        var methods = test.TypeInfo.Type
            .GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
                | BindingFlags.Static | BindingFlags.FlattenHierarchy)
            .Where(m => m.IsDefined(attribute, true)).ToList();
        if (methods.Find(m => IsAsync(m) && m.ReturnType != typeof(Task)) is { } method)
            throw new InvalidOperationException($"{method.Name} is async: return Task.");
        return [.. methods.OrderBy(m => types.IndexOf(m.DeclaringType!))];
    }

    static bool IsAsync(MethodInfo method) =>
        method.ReturnType.GetMethod("GetAwaiter") is not null
        || method.IsDefined(typeof(AsyncStateMachineAttribute));

    static Action<object?> Call(List<MethodInfo> methods, params object?[] arguments)
    {
        var fixture = Expression.Parameter(typeof(object));
        return Expression.Lambda<Action<object?>>(
            Expression.Block(typeof(void), methods.Select(m => Waited(m, Expression.Call(
                m.IsStatic ? null : Expression.Convert(fixture, m.DeclaringType!),
                m, Constants(m, arguments))))
                .DefaultIfEmpty<Expression>(Expression.Empty())),
            fixture).Compile();
    }

    /// <summary>What returns a task is run to its end.</summary>
    static Expression Waited(MethodInfo method, Expression call) => method.ReturnType != typeof(Task)
        ? call
        : Expression.Call(typeof(Models.AsyncBody), nameof(Models.AsyncBody.Run), null,
            Expression.Constant(method), Expression.Lambda<Func<Task>>(call));

    static IEnumerable<Expression> Constants(MethodBase method, object?[] arguments) =>
        method.GetParameters().Zip(arguments, (p, value) => Expression.Convert(
            Expression.Constant(value, value?.GetType() ?? typeof(object)), p.ParameterType));
}
