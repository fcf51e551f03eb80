using Interleavings.Models;

namespace Interleavings.Hooks;

/// <summary>
/// The lock of a method with <c>MethodImplOptions.Synchronized</c>: outside an execution the real
/// one, as the runtime takes it.
/// </summary>
public static partial class Hook
{
    /// <summary>At the entry of an instance method, inside the try whose finally exits.</summary>
    public static void EnterObject(object target, ref bool taken, string site) =>
        MonitorModel.Enter(target, ref taken, site);

    /// <summary>At the entry of a static method: the lock is that of the type.</summary>
    public static void EnterType(RuntimeTypeHandle type, ref bool taken, string site) =>
        MonitorModel.Enter(Type.GetTypeFromHandle(type)!, ref taken, site);

    /// <summary>In the finally of an instance method.</summary>
    public static void ExitObject(object target, bool taken, string site)
    {
        if (taken) MonitorModel.Exit(target, site);
    }

    /// <summary>In the finally of a static method.</summary>
    public static void ExitType(RuntimeTypeHandle type, bool taken, string site)
    {
        if (taken) MonitorModel.Exit(Type.GetTypeFromHandle(type)!, site);
    }
}
