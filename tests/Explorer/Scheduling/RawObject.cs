using System.Runtime.CompilerServices;

namespace Interleavings.Scheduling;

/// <summary>
/// Lets an object be seen as its first byte, so that a field is an offset from it: a pair that
/// stays right when the collector moves the object, which an address does not.
/// </summary>
internal sealed class RawObject
{
    private byte _first;

    internal static ref byte FirstByte(object owner) => ref Unsafe.As<RawObject>(owner)._first;

    internal static nint OffsetOf<T>(object owner, ref T field) =>
        Unsafe.ByteOffset(ref FirstByte(owner), ref Unsafe.As<T, byte>(ref field));
}
