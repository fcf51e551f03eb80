using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using Weaving.Flow;

namespace Weaving.Control;

/// <summary>Calls that change nothing that anybody can see.</summary>
sealed class PureCalls
{
    // A getter of a getter of a getter is still understood.
    const int Deepest = 3;

    static readonly string[] known =
    [
        "System.Threading.Volatile::Read", "System.Threading.Interlocked::Read",
        "System.Threading.Thread::Yield", "System.Threading.Thread::Sleep",
        "System.Threading.Thread::SpinWait", "System.Threading.Thread::MemoryBarrier",
        "System.Threading.Thread::get_IsAlive", "System.Threading.Interlocked::MemoryBarrier",
        "System.Threading.SpinWait::SpinOnce", "System.Threading.Tasks.Task::get_IsCompleted",
        "System.Threading.CancellationToken::get_IsCancellationRequested",
        "System.Threading.ManualResetEventSlim::get_IsSet",
        // The same in a method that is woven already.
        "Interleavings.Models.VolatileModel::Read", "Interleavings.Models.InterlockedModel::Read",
    ];

    /// <summary>
    /// Change something only if they succeed, and the model says whether they did: a round in which
    /// one succeeds doesn't wait.
    /// </summary>
    static readonly string[] attempts =
    [
        "System.Threading.Interlocked::CompareExchange", "System.Threading.Interlocked::Exchange",
        "System.Threading.Monitor::TryEnter", "System.Threading.Lock::TryEnter",
        "System.Threading.SpinLock::TryEnter",
        "System.Threading.Channels.ChannelReader`1::TryRead",
        "System.Collections.Concurrent.ConcurrentQueue`1::TryDequeue",
        "System.Collections.Concurrent.ConcurrentQueue`1::TryPeek",
        "System.Collections.Concurrent.ConcurrentStack`1::TryPop",
        "System.Collections.Concurrent.ConcurrentStack`1::TryPeek",
        "System.Collections.Concurrent.ConcurrentBag`1::TryTake",
        "System.Collections.Concurrent.ConcurrentBag`1::TryPeek",
        // The same in a method that is woven already.
        "Interleavings.Models.InterlockedModel::CompareExchange",
        "Interleavings.Models.InterlockedModel::Exchange",
        "Interleavings.Models.MonitorModel::TryEnter", "Interleavings.Models.LockModel::TryEnter",
    ];

    readonly ModuleWeave module;
    readonly ModuleDefinition compiled;
    readonly HashSet<MethodDefinition>? pure;

    /// <summary>Looks at every method before any is woven: what it finds depends on no order.</summary>
    public PureCalls(ModuleWeave module, ModuleDefinition compiled)
    {
        (this.module, this.compiled) = (module, compiled);
        pure = [.. compiled.GetAllTypes().SelectMany(t => t.Methods)
            .Where(m => m.HasCode() && IsPureBody(m, 0))];
    }

    public bool IsPure(Instruction call) => IsPure(call, 0);

    /// <summary>Of an instruction that is neither a call nor a store to a local.</summary>
    public static bool OnlyReads(Instruction instruction) =>
        instruction.OpCode.FlowControl is not (FlowControl.Throw or FlowControl.Call)
        && !instruction.OpCode.Name.StartsWith("st", StringComparison.Ordinal)
        && instruction.OpCode.Code is not (Code.Initobj or Code.Cpobj or Code.Cpblk
            or Code.Initblk or Code.Newarr or Code.Box or Code.Localloc or Code.Endfinally
            or Code.Endfilter or Code.Switch or Code.Jmp or Code.Ldftn or Code.Ldvirtftn);

    bool IsPure(Instruction call, int depth)
    {
        if (call.OpCode.Code is not (Code.Call or Code.Callvirt))
            return false;
        var called = (MethodReference)call.Operand;
        var type = called.DeclaringType;
        if (type is ArrayType)
            return called.Name == "Get";
        if (!module.IsWoven(type))
            return IsKnown($"{type.GetElementType().FullName}::{called.Name}")
                || type.FullName == "Interleavings.Hooks.Hook"
                || called.Name.StartsWith("get_", StringComparison.Ordinal)
                    && LibraryObjects.Changes(called);
        // Which body an overridable call reaches isn't known.
        if (called.Resolve() is not { } target || !target.HasCode()
            || target.IsVirtual && !target.IsFinal && !target.DeclaringType.IsSealed)
            return false;
        return pure is not null && target.Module == compiled
            ? pure.Contains(target)
            : depth < Deepest && IsPureBody(target, depth + 1);
    }

    static bool IsKnown(string member) => known.Contains(member) || attempts.Contains(member);

    bool IsPureBody(MethodDefinition method, int depth) =>
        method.Body.ExceptionHandlers.Count == 0 && !method.IsSynchronized
        && method.Body.Instructions.All(i =>
            i.OpCode.FlowControl == FlowControl.Call ? IsPure(i, depth)
            : i.OpCode.Name.StartsWith("stloc", StringComparison.Ordinal)
            || OnlyReads(i) && i.Targets().All(t => t.Offset > i.Offset));
}
