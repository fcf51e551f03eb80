using System.Reflection;
using System.Runtime.CompilerServices;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary><see cref="RuntimeHelpers"/>: a static constructor by request, in each execution.</summary>
[Models(typeof(RuntimeHelpers))]
public static class RuntimeHelpersModel
{
    public static void RunClassConstructor(RuntimeTypeHandle type, string site)
    {
        RuntimeHelpers.RunClassConstructor(type);
        var number = Type.GetTypeFromHandle(type)?.GetField(
            Hook.TypeNumber, BindingFlags.Public | BindingFlags.Static);
        if (number is not null) Hook.Uses((int)number.GetValue(null)!, site);
    }
}
