using System.Reflection;
using Commutation.Calls;
using Commutation.Subjects;

namespace Commutation.Sources;

/// <summary>One subject's compiled calls.</summary>
sealed class Programs(Subject subject, IReadOnlyList<Call> calls, Type plain, Type woven)
{
    public Subject Subject => subject;

    public IReadOnlyList<Call> Calls => calls;

    public Assembly Woven => woven.Assembly;

    /// <summary>Whether the call is one of the view.</summary>
    public bool IsOnView(int call) => calls[call].Name.StartsWith("v.", StringComparison.Ordinal);

    /// <summary>A fresh shared object in one of the states.</summary>
    public object Start(int state) => Invoke(plain, "Start", state)!;

    /// <summary>The object itself.</summary>
    public static object? ObjectOf(object shared) =>
        shared.GetType().GetField("X")!.GetValue(shared);

    /// <summary>One call for real.</summary>
    public object? Alone(object shared, int call) => Invoke(plain, "Alone", shared, call);

    /// <summary>Both results and the shared object, after two calls for real.</summary>
    public object?[] InOrder(int state, int first, int second, bool swapped) =>
        (object?[])Invoke(plain, "InOrder", state, first, second, swapped)!;

    /// <summary>The same on two threads of the explorer's.</summary>
    public object?[] OnTwoThreads(int state, int first, int second) =>
        (object?[])Invoke(woven, "OnTwoThreads", state, first, second)!;

    static object? Invoke(Type type, string method, params object?[] arguments) =>
        type.GetMethod(method)!.Invoke(
            null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
}
