using System.Reflection;

namespace Commutation.Calls;

/// <summary>Members that no pair calls, by name, with the reason.</summary>
static class Exclusions
{
    static readonly Dictionary<string, string> byName = new()
    {
        ["Wait"] = "blocks", ["WaitOne"] = "blocks", ["WaitAll"] = "blocks",
        ["WaitAny"] = "blocks", ["Join"] = "blocks", ["SignalAndWait"] = "blocks",
        ["Take"] = "blocks", ["AddToAny"] = "blocks", ["TakeFromAny"] = "blocks",
        ["GetConsumingEnumerable"] = "never ends",
        ["Infinite"] = "never ends", ["InfiniteSequence"] = "never ends",
        ["Save"] = "writes files", ["WriteAllText"] = "writes files",
        ["Exit"] = "ends the process", ["FailFast"] = "ends the process",
        ["GetObjectData"] = "serves serialization only",
        ["OnDeserialization"] = "serves serialization only",
        ["GetLifetimeService"] = "remoting", ["InitializeLifetimeService"] = "remoting",
        ["CreateObjRef"] = "remoting", ["GetSchema"] = "is reserved",
        ["CompileToAssembly"] = "writes files",
    };

    /// <summary>An array of the caller's as an argument: its content is not the question.</summary>
    static readonly string[] fileParameters =
        ["path", "file", "filename", "inputuri", "uri", "url", "outputfilename"];

    /// <summary>Of primitives, what belongs to the operating system, or never ends.</summary>
    static readonly Dictionary<string, string> ofPrimitives = new()
    {
        ["GetConsumingEnumerable"] = "never ends", ["ReadAllAsync"] = "never ends",
        ["get_Handle"] = "a handle of the operating system", ["set_Handle"] = "the same",
        ["get_SafeWaitHandle"] = "the same", ["set_SafeWaitHandle"] = "the same",
        ["get_ManagedThreadId"] = "chance", ["get_Id"] = "chance", ["get_ThreadState"] = "chance",
        ["get_ExecutionContext"] = "an object of the runtime's own",
        ["get_Reader"] = "hands out an object of the explorer's own", ["get_Writer"] = "the same",
        ["GetEnumerator"] = "the same", ["GetHashCode"] = "chance, or a copy of a struct",
        ["Equals"] = "a copy of a struct, or of the reference only", ["ToString"] = "the same",
        ["GetAwaiter"] = "for the compiler", ["ConfigureAwait"] = "for the compiler",
    };

    /// <returns>Null for a member that pairs of primitives may call.</returns>
    public static string? ReasonOfPrimitive(MethodInfo method) =>
        method.IsDefined(typeof(ObsoleteAttribute))
        || method.DeclaringType!.GetProperties().Any(p => p.IsDefined(typeof(ObsoleteAttribute))
            && method.Name.EndsWith("_" + p.Name, StringComparison.Ordinal)) ? "obsolete"
            : ofPrimitives.GetValueOrDefault(method.Name);

    /// <returns>Null for a member that pairs may call.</returns>
    public static string? Reason(MethodInfo method)
    {
        if (byName.GetValueOrDefault(method.Name) is { } reason
            && !(method.Name is "Join" && method.IsStatic)
            && !(method.Name is "Take" && method.IsStatic)) return reason;
        if (method.IsDefined(typeof(ObsoleteAttribute))) return "obsolete";
        if (method.Name.EndsWith("Async", StringComparison.Ordinal)
            || IsTask(method.ReturnType)) return "completes later";
        if (method.Name.StartsWith("Begin", StringComparison.Ordinal)
            && method.ReturnType == typeof(IAsyncResult)
            || method.Name.StartsWith("End", StringComparison.Ordinal)
            && method.GetParameters().Any(p => p.ParameterType == typeof(IAsyncResult)))
            return "completes later";
        return method.GetParameters().Any(p => p.ParameterType == typeof(string)
            && fileParameters.Contains(p.Name!.ToLowerInvariant()))
            ? "reads or writes files" : null;
    }

    static bool IsTask(Type type) =>
        typeof(Task).IsAssignableFrom(type) || type == typeof(ValueTask)
        || type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ValueTask<>)
            || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
}
