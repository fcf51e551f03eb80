using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Interleavings.Scheduling;

/// <summary>Compares values bit for bit, as the processor does: 0.0 is not -0.0.</summary>
internal static class Bits
{
    internal static bool AreEqual<T>(ref T one, ref T other)
    {
        if (!typeof(T).IsValueType) return ReferenceEquals(one, other);
        if (!RuntimeHelpers.IsReferenceOrContainsReferences<T>()) return AreEqualBytes(ref one, ref other);
        // The garbage collector may move what a reference leads to, between one look and the next.
        const int looks = 3;
        for (var i = 0; i < looks; i++)
        {
            if (AreEqualBytes(ref one, ref other)) return true;
        }
        return false;
    }

    private static bool AreEqualBytes<T>(ref T one, ref T other) =>
        Bytes(ref one).SequenceEqual(Bytes(ref other));

    private static ReadOnlySpan<byte> Bytes<T>(ref T value) => MemoryMarshal.CreateReadOnlySpan(
        ref Unsafe.As<T, byte>(ref value), Unsafe.SizeOf<T>());
}
