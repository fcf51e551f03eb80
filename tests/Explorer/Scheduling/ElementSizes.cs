using System.Runtime.CompilerServices;

namespace Interleavings.Scheduling;

/// <summary>The size in bytes of an array type's elements, as they lie in memory.</summary>
internal static class ElementSizes
{
    private static readonly ConditionalWeakTable<Type, object> Known = [];

    internal static int Of(Type arrayType) => (int)Known.GetValue(arrayType, static type =>
        typeof(ElementSizes).GetMethod(nameof(SizeOf),
            System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type.GetElementType()!).Invoke(null, null)!);

    private static int SizeOf<T>() => Unsafe.SizeOf<T>();
}
