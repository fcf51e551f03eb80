using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Verification;

/// <summary>
/// Follows every path through a method with the types of what is on the stack. It shares no code
/// with the weaver, lest they share a mistake.
/// </summary>
sealed partial class MethodVerifier
{
    readonly MethodDefinition method;
    readonly MethodBody body;
    readonly Casts casts;
    readonly TypeSystem types;
    readonly Visibility visibility;
    readonly Regions regions;
    readonly Dictionary<Instruction, int> places = [];
    readonly Dictionary<Instruction, State> before = [];
    readonly Stack<Instruction> pending = [];
    readonly List<(string Rule, string Text)> findings = [];

    // The state in which the instruction at hand leaves.
    List<Value> stack = [];
    bool isConstructed;
    Instruction at = null!;

    MethodVerifier(MethodDefinition method, Casts casts)
    {
        (this.method, this.casts) = (method, casts);
        (body, types, visibility) = (method.Body, method.Module.TypeSystem, new(method));
        body.SimplifyMacros();
        for (var i = 0; i < body.Instructions.Count; i++)
            places[body.Instructions[i]] = i;
        regions = new(body, places);
    }

    /// <summary>The rules that it breaks, and where.</summary>
    public static IReadOnlyList<(string Rule, string Text)> Verify(MethodDefinition method, Casts casts)
    {
        var verifier = new MethodVerifier(method, casts);
        verifier.Run();
        return [.. verifier.findings.Distinct()];
    }

    void Run()
    {
        at = body.Instructions[0];
        if (!body.InitLocals && body.HasVariables)
            Found(Rules.Locals, $"{body.Variables.Count} of them");
        var isBuilder = method is { IsConstructor: true, IsStatic: false }
            && !method.DeclaringType.IsValueType;
        Reach(at, new([], !isBuilder || method.DeclaringType.BaseType is null));
        while (pending.TryPop(out var next))
        {
            at = next;
            var state = before[at];
            (stack, isConstructed) = ([.. state.Stack], state.IsConstructed);
            ReachHandlers(state.IsConstructed);
            try
            {
                Step();
            }
            catch (BrokenException)
            {
                continue;
            }
            catch (UnresolvedException missing)
            {
                Found(Rules.Unresolved, missing.Message);
                continue;
            }
            GoOn();
        }
    }

    void GoOn()
    {
        var after = new State([.. stack], isConstructed);
        var flow = at.OpCode.FlowControl;
        var leaves = at.OpCode.Code == Code.Leave;
        foreach (var target in Targets(at))
            Go(target, leaves ? after with { Stack = [] } : after, leaves);
        if (flow is FlowControl.Branch or FlowControl.Return or FlowControl.Throw)
            return;
        if (at.Next is { } next)
            Go(next, after, leaves: false);
        else
            Found(Rules.End, "control falls out of it");
    }

    void Go(Instruction target, State state, bool leaves)
    {
        if (regions.Judge(places[at], places[target], leaves) is { } wrong)
            Found(Rules.Region, wrong);
        if (regions.BeginsTry(places[target]) && state.Stack.Length > 0)
            Found(Rules.Region, "a try begins with something on the stack");
        Reach(target, state);
    }

    static IEnumerable<Instruction> Targets(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };

    void ReachHandlers(bool constructed)
    {
        foreach (var handler in regions.Around(places[at]))
        {
            Value[] thrown = handler.HandlerType switch
            {
                ExceptionHandlerType.Catch => [Boxed(handler.CatchType)],
                ExceptionHandlerType.Filter => [new(Kind.Object, types.Object)],
                _ => [],
            };
            Reach(handler.HandlerStart, new(thrown, constructed));
            if (handler.FilterStart is { } filter)
                Reach(filter, new(thrown, constructed));
        }
    }

    void Reach(Instruction target, State state)
    {
        if (!before.TryGetValue(target, out var known))
        {
            before[target] = state;
            pending.Push(target);
            return;
        }
        if (known.Meet(state, Meet) is not { } met)
            Found(Rules.Paths, $"{Show(known)} and {Show(state)} at {target}");
        else if (!met.IsSameAs(known))
        {
            before[target] = met;
            pending.Push(target);
        }
    }

    Value? Meet(Value one, Value other)
    {
        if (one == other)
            return one;
        var isReadOnly = one.IsReadOnly || other.IsReadOnly;
        return (one.Kind, other.Kind) switch
        {
            (Kind.Int32 or Kind.Native, Kind.Int32 or Kind.Native) => Value.Native,
            (Kind.Object, Kind.Object) => new(Kind.Object,
                one.Type is null ? other.Type : other.Type is null ? one.Type
                    : one.Type.Id() == other.Type.Id() ? one.Type
                    : casts.Meet(one.Type, other.Type, types.Object),
                IsRaw: one.IsRaw || other.IsRaw),
            (Kind.Address, Kind.Address) when one.Type!.ReducedId() == other.Type!.ReducedId() =>
                one with { IsReadOnly = isReadOnly },
            (Kind.Address, Kind.Native) or (Kind.Native, Kind.Address) => Value.Native,
            _ when one.Kind == other.Kind && one.Type?.Id() == other.Type?.Id() => one,
            _ => null,
        };
    }

    static string Show(State state) => $"[{string.Join(", ", state.Stack)}]";

    void Found(string rule, string text) => findings.Add((rule, $"{text}, at {at}"));

    /// <summary>A path can't be followed on.</summary>
    sealed class BrokenException : Exception;
}
