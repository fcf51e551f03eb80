using System.Reflection;
using System.Runtime.CompilerServices;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>One run of an async method's code, from its start or an await to the next await.</summary>
internal sealed class AsyncCall
{
    private static readonly ConditionalWeakTable<MethodInfo, Type> Machines = [];

    private readonly AsyncCall? _outer;

    private AsyncCall(AsyncCall? outer) => _outer = outer;

    /// <summary>Null as long as the call has never been suspended.</summary>
    internal Activation? Activation { get; set; }

    /// <summary>Whether its operation does nothing but this call: there is nobody to go on beside it.</summary>
    internal bool IsRoot { get; private init; }

    /// <summary>Which call of its method it is: the first, the second...</summary>
    internal int Number { get; private init; }

    /// <summary>For an async iterator.</summary>
    internal ValueSource? Source { get; init; }

    /// <summary>A method starts.</summary>
    internal static AsyncCall Enter(Operation operation, Type machine, ValueSource? source = null)
    {
        var isRoot = operation.RootMachine is { } root && root == Definition(machine);
        if (isRoot) operation.RootMachine = null;
        var calls = operation.Execution.Calls;
        return operation.Call = new(operation.Call)
        {
            IsRoot = isRoot,
            Source = source,
            Number = calls[machine] = calls.GetValueOrDefault(machine) + 1,
        };
    }

    /// <summary>A method goes on.</summary>
    internal static AsyncCall Enter(Operation operation, Activation activation) =>
        operation.Call = new(operation.Call)
        {
            Activation = activation,
            IsRoot = activation.IsRoot,
            Source = activation.Source,
        };

    internal void Leave(Operation operation) => operation.Call = _outer;

    /// <summary>The state machine of an async method; null if it isn't one.</summary>
    internal static Type? MachineOf(MethodInfo method) => Machines.GetValue(method, static m =>
        m.GetCustomAttribute<AsyncStateMachineAttribute>() is { } attribute
            ? Definition(attribute.StateMachineType) : typeof(void));

    private static Type Definition(Type type) =>
        type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
