using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Interleavings.Models;

/// <summary>The addresses of fields that are known by name only.</summary>
internal static class FieldAddresses<T>
{
    private delegate ref T Address(object owner);

    private static readonly
        ConditionalWeakTable<Type, ConcurrentDictionary<RuntimeFieldHandle, Address>> Known = [];

    internal static ref T Of(object owner, RuntimeTypeHandle type, RuntimeFieldHandle field)
    {
        var addresses = Known.GetOrCreateValue(Type.GetTypeFromHandle(type)!);
        var address = addresses.GetOrAdd(
            field, static (f, t) => Make(FieldInfo.GetFieldFromHandle(f, t)), type);
        return ref address(owner);
    }

    private static Address Make(FieldInfo field)
    {
        var method = new DynamicMethod("", typeof(T).MakeByRefType(), [typeof(object)],
            typeof(FieldAddresses<T>).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldflda, field);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Address>();
    }
}
