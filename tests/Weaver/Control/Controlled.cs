using Mono.Cecil;
using Weaving.Naming;

namespace Weaving.Control;

/// <summary>
/// The table of what waits, starts or schedules: refused by name unless modelled. Entries are full
/// names in metadata; a type's entry covers what is nested in it.
/// </summary>
static class Controlled
{
    static readonly string[] namespaces =
    [
        "System.Threading", "System.Threading.Tasks", "System.Threading.Tasks.Sources",
        "System.Threading.Tasks.Dataflow", "System.Threading.Channels",
        "System.Threading.RateLimiting", "System.Collections.Concurrent", "System.Timers",
        "System.Net", "System.Net.Http", "System.Net.Sockets", "System.IO.Pipes",
        "System.Net.Mail", "System.Net.NetworkInformation", "System.Net.Quic",
        "System.Net.Security", "System.Net.WebSockets", "System.IO.Pipelines",
        // What is made while the program runs isn't woven.
        "System.Reflection.Emit", "System.Runtime.Loader",
        "System.IO.MemoryMappedFiles", "Microsoft.Win32.SafeHandles",
    ];

    static readonly string[] types =
    [
        "System.Lazy`1", "System.Activator",
        // A project without the woven copy: see AsyncQueries.
        "System.Linq.AsyncEnumerable", "System.Linq.ParallelEnumerable", "System.Linq.ParallelQuery",
        "System.Linq.ParallelQuery`1", "System.Linq.OrderedParallelQuery`1",
        "System.Runtime.CompilerServices.AsyncHelpers",
        "System.Runtime.CompilerServices.RuntimeAsyncTask",
        // Outlive an execution, and can be shared without anybody seeing it.
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory",
        "System.IO.DirectoryInfo", "System.IO.FileSystemWatcher", "System.IO.RandomAccess",
        "System.Runtime.InteropServices.Marshal", "System.Runtime.InteropServices.NativeLibrary",
        "System.Runtime.InteropServices.PosixSignalRegistration",
        "System.ComponentModel.BackgroundWorker",
        // Hears the meters of all tests, and of earlier executions.
        "System.Diagnostics.Metrics.MeterListener",
        // Called on threads of the runtime's own.
        "System.Diagnostics.Tracing.EventListener",
    ];

    static readonly string[] members =
    [
        "System.Console::Read", "System.Console::ReadLine", "System.Console::ReadKey",
        "System.Diagnostics.Process::Start", "System.Diagnostics.Process::Kill",
        "System.Diagnostics.Process::get_HasExited",
        "System.Diagnostics.Process::WaitForExit", "System.Diagnostics.Process::WaitForInputIdle",
        "System.Diagnostics.ActivitySource::AddActivityListener",
        "System.Diagnostics.DiagnosticListener::get_AllListeners",
        "System.Diagnostics.Process::add_Exited",
        "System.Diagnostics.Process::add_OutputDataReceived",
        "System.Diagnostics.Process::add_ErrorDataReceived",
        "System.Environment::Exit", "System.Environment::FailFast",
        "System.Environment::set_ExitCode", "System.Environment::set_CurrentDirectory",
        "System.Environment::SetEnvironmentVariable",
        "System.AppContext::SetData", "System.AppContext::SetSwitch", "System.AppDomain::SetData",
        "System.AppDomain::add_ProcessExit", "System.AppDomain::add_DomainUnload",
        "System.AppDomain::add_UnhandledException", "System.AppDomain::add_FirstChanceException",
        "System.AppDomain::add_AssemblyResolve", "System.AppDomain::add_AssemblyLoad",
        "System.AppDomain::add_TypeResolve", "System.AppDomain::add_ResourceResolve",
        "System.Console::SetOut", "System.Console::SetError", "System.Console::SetIn",
        "System.Console::OpenStandardInput", "System.Console::get_In",
        "System.Console::get_KeyAvailable", "System.Console::add_CancelKeyPress",
        "System.Globalization.CultureInfo::set_DefaultThreadCurrentCulture",
        "System.Globalization.CultureInfo::set_DefaultThreadCurrentUICulture",
        "System.ComponentModel.TypeDescriptor::add_Refreshed",
        "System.Diagnostics.Activity::add_CurrentChanged",
        "System.Diagnostics.Contracts.Contract::add_ContractFailed",
        "System.Linq.Expressions.LambdaExpression::Compile",
        "System.Linq.Expressions.Expression`1::Compile",
        "System.Reflection.Assembly::Load", "System.Reflection.Assembly::LoadFrom",
        "System.Reflection.Assembly::LoadFile", "System.Reflection.MethodInfo::CreateDelegate",
        "System.RuntimeMethodHandle::GetFunctionPointer", "System.Delegate::CreateDelegate",
        "System.Type::InvokeMember", "System.Reflection.PropertyInfo::GetValue",
        "System.Reflection.PropertyInfo::SetValue", "System.Reflection.EventInfo::AddEventHandler",
        "System.Reflection.EventInfo::RemoveEventHandler",
        "System.Reflection.MethodBase::Invoke", "System.Reflection.ConstructorInfo::Invoke",
        "System.ComponentModel.PropertyDescriptor::GetValue",
        "System.ComponentModel.PropertyDescriptor::SetValue",
        "System.ComponentModel.PropertyDescriptor::ResetValue",
        "System.Reflection.MethodInvoker::Invoke", "System.Reflection.ConstructorInvoker::Invoke",
        "System.GC::WaitForPendingFinalizers", "System.GC::WaitForFullGCApproach",
        "System.GC::WaitForFullGCComplete", "System.TimeProvider::CreateTimer",
        "System.Reflection.FieldInfo::GetValue", "System.Reflection.FieldInfo::SetValue",
        "System.Reflection.FieldInfo::GetValueDirect",
        "System.Reflection.FieldInfo::SetValueDirect",
    ];

    /// <summary>In a controlled namespace, yet plain values, or never waiting.</summary>
    static readonly string[] harmlessTypes =
    [
        // Each call is one event: as calls of any library object, or by their models.
        "System.Collections.Concurrent.ConcurrentQueue`1",
        "System.Collections.Concurrent.ConcurrentStack`1",
        "System.Collections.Concurrent.ConcurrentBag`1",
        "System.Collections.Concurrent.ConcurrentDictionary`2",
        "System.Threading.AsyncLocal`1", "System.Threading.AsyncLocalValueChangedArgs`1",
        "System.Threading.Timeout", "System.Threading.Tasks.ParallelOptions",
        "System.Threading.Tasks.ParallelLoopResult",
        "System.Threading.Tasks.UnobservedTaskExceptionEventArgs",
        "System.Threading.Channels.ChannelOptions",
        "System.Threading.Channels.BoundedChannelOptions",
        "System.Threading.Channels.UnboundedChannelOptions",
        "System.Threading.Channels.UnboundedPrioritizedChannelOptions`1",
        "System.Net.IPAddress", "System.Net.IPEndPoint", "System.Net.WebUtility",
        "System.Net.HttpStatusCode",
    ];

    /// <summary>Their models need nothing from the constructor.</summary>
    static readonly string[] derivable =
        ["System.Threading.Tasks.TaskCompletionSource", "System.Threading.Tasks.TaskCompletionSource`1"];

    static readonly string[] harmlessMembers =
    [
        "System.Runtime.InteropServices.Marshal::SizeOf",
        "System.Threading.CancellationToken::.ctor", "System.Threading.CancellationToken::get_None",
        "System.Threading.CancellationToken::op_Equality",
        "System.Threading.CancellationToken::op_Inequality",
        "System.Threading.CancellationToken::Equals",
        "System.Threading.CancellationToken::GetHashCode",
        "System.Threading.CancellationTokenRegistration::Equals",
        "System.Threading.CancellationTokenRegistration::GetHashCode",
        "System.Threading.CancellationTokenRegistration::op_Equality",
        "System.Threading.CancellationTokenRegistration::op_Inequality",
        "System.Threading.SynchronizationContext::.ctor",
        "System.Threading.SynchronizationContext::get_Current",
        "System.Threading.SynchronizationContext::SetSynchronizationContext",
        "System.Threading.Tasks.Task::get_Factory",
        "System.Threading.Tasks.TaskFactory::.ctor", "System.Threading.Tasks.TaskFactory`1::.ctor",
        "System.Threading.Tasks.TaskScheduler::.ctor", "System.Threading.Tasks.TaskScheduler::get_Id",
        "System.Threading.Tasks.TaskScheduler::get_Default",
        "System.Threading.Tasks.TaskScheduler::get_Current",
        "System.Threading.Tasks.ValueTask::.ctor", "System.Threading.Tasks.ValueTask`1::.ctor",
    ];

    // What "await" and "async" become: a reader knows them by those names.
    static readonly string[] asyncTypes =
    [
        "AsyncTaskMethodBuilder", "AsyncVoidMethodBuilder", "AsyncValueTaskMethodBuilder",
        "AsyncIteratorMethodBuilder", "PoolingAsyncValueTaskMethodBuilder", "TaskAwaiter",
        "ValueTaskAwaiter", "ConfiguredTaskAwaitable", "ConfiguredValueTaskAwaitable",
        "YieldAwaitable", "ConfiguredCancelableAsyncEnumerable", "ConfiguredAsyncDisposable",
    ];

    /// <summary>The name to refuse <paramref name="callee"/> by; null if it is harmless.</summary>
    public static string? Refusal(MethodReference callee, MethodDefinition caller)
    {
        var type = callee.DeclaringType.GetElementType();
        var outermost = type;
        while (outermost.DeclaringType is { } outer)
            outermost = outer;
        var member = $"{type.FullName}::{callee.Name}";

        if (outermost.Namespace == "System.Runtime.CompilerServices"
            && asyncTypes.Contains(outermost.Name.Split('`')[0]))
            return IsGenerated(caller) || outermost.Name.Contains("Builder")
                ? "async/await"
                : MemberNames.Full(callee);
        if (outermost.FullName == "Microsoft.CSharp.RuntimeBinder.Binder")
            return "dynamic";
        if (IsFile(callee, outermost))
            return MemberNames.Full(callee);
        var controlled = namespaces.Contains(outermost.Namespace)
            || types.Contains(outermost.FullName) || members.Contains(member);
        if (controlled && !IsHarmless(callee, outermost.FullName, member)
            || ReturnsTask(callee) || TakesSegment(callee, outermost))
            return MemberNames.Full(callee);
        return null;
    }

    /// <summary>The same for a call of the base's constructor: deriving is as good as using.</summary>
    public static string? RefusalOfBase(MethodReference constructor)
    {
        var type = constructor.DeclaringType.GetElementType();
        return (namespaces.Contains(type.Namespace) || types.Contains(type.FullName))
            && !derivable.Contains(type.FullName) && !IsHarmless(constructor, type.FullName, $"{type.FullName}::.ctor")
                ? MemberNames.Full(constructor)
                : null;
    }

    /// <summary>A reader or writer of a stream is harmless, but this makes the stream as well.</summary>
    static bool IsFile(MethodReference callee, TypeReference type) =>
        callee.Name == ".ctor"
        && type.FullName is "System.IO.StreamReader" or "System.IO.StreamWriter"
        && callee.Parameters[0].ParameterType.FullName == "System.String";

    static bool IsHarmless(MethodReference callee, string type, string member) =>
        harmlessTypes.Contains(type) || harmlessMembers.Contains(member)
        || callee.DeclaringType.IsDelegate() || callee.DeclaringType.IsException();

    /// <summary>What it reads or writes of the segment isn't known; of a span it is.</summary>
    static bool TakesSegment(MethodReference callee, TypeReference type) =>
        type.FullName is not ("System.ArraySegment`1" or "System.MemoryExtensions"
            or "System.Span`1" or "System.ReadOnlySpan`1" or "System.Memory`1" or "System.ReadOnlyMemory`1")
        && callee.Parameters.Any(p =>
            p.ParameterType.Plain().GetElementType().FullName == "System.ArraySegment`1")
        && !callee.DeclaringType.IsDelegate();

    /// <summary>Something was started where we can't see it; a list of tasks starts none.</summary>
    static bool ReturnsTask(MethodReference callee) =>
        callee.ReturnType.GetElementType().FullName is "System.Threading.Tasks.Task"
            or "System.Threading.Tasks.Task`1" or "System.Threading.Tasks.ValueTask"
            or "System.Threading.Tasks.ValueTask`1"
        && !callee.DeclaringType.IsDelegate()
        // Whoever implements them is woven, or gives a task that is refused when it is awaited.
        && callee.DeclaringType.GetElementType().FullName is not (
            "System.IAsyncDisposable" or "System.Collections.Generic.IAsyncEnumerator`1");

    static bool IsGenerated(MethodDefinition caller) => caller.DeclaringType.IsStateMachine();
}
