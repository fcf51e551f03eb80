using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleavings.Exploration;

namespace Interleavings.Scheduling;

/// <summary>
/// The cells that a variable is made of: a pair of ints has two, so that a write of the pair meets
/// a read of its second half alone. Fields that overlap are cut where one of them begins or ends.
/// </summary>
internal sealed class Layout
{
    /// <summary>
    /// A variable with more cells is one: its parts are told apart by their bytes.
    /// </summary>
    private const int MostCells = 64;

    private const BindingFlags Fields =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Layout[] Plain =
        [.. Enumerable.Range(0, 17).Select(size => new Layout(size))];

    private static readonly ConditionalWeakTable<Type, Layout> ByArray = [];
    private static readonly ConditionalWeakTable<Type, Layout> ByUnion = [];

    private readonly int[] _starts;
    private readonly int[] _sizes;

    private Layout(int size) : this(size, [0], [size])
    {
    }

    private Layout(int size, int[] starts, int[] sizes)
    {
        (Size, _starts, _sizes) = (size, starts, sizes);
        First = starts[0];
        Rest = [.. starts[1..].Select(start => (nint)start)];
    }

    /// <summary>In bytes, with what lies between the cells.</summary>
    internal int Size { get; }

    internal int Count => _starts.Length;

    /// <summary>Where the first cell begins; 0 unless the runtime pads the front.</summary>
    internal nint First { get; }

    /// <summary>Where the others begin.</summary>
    internal nint[] Rest { get; }

    /// <summary>Of one that is a cell as a whole.</summary>
    internal static Layout OfCell(int size) => size < Plain.Length ? Plain[size] : new(size);

    /// <summary>Of each element of an array.</summary>
    internal static Layout OfElements(Type array) => ByArray.GetValue(array, static type =>
    {
        var element = type.GetElementType()!;
        return Of(element, SizeOf(element));
    });

    /// <summary>Of the fields of a class that says itself where each of them lies.</summary>
    internal static Layout OfUnion(Type type) => ByUnion.GetValue(type, static t =>
    {
        var parts = t.GetFields(Fields | BindingFlags.DeclaredOnly).SelectMany(field =>
            Parts(field, field.GetCustomAttribute<FieldOffsetAttribute>()!.Value)).ToList();
        return Cut(parts, parts.Max(part => part.Start + part.Size));
    });

    internal static Layout Of(Type type, int size)
    {
        if (!IsTakenApart(type)) return OfCell(size);
        return Cut([.. Parts(type, 0)], size);
    }

    internal (int Start, int Size) this[int cell] => (_starts[cell], _sizes[cell]);

    /// <summary>The first cell that ends after a place; <see cref="Count"/> if none does.</summary>
    internal int CellAfter(int place)
    {
        var cell = Array.BinarySearch(_starts, place);
        if (cell >= 0) return cell;
        cell = ~cell;
        return cell > 0 && _starts[cell - 1] + _sizes[cell - 1] > place ? cell - 1 : cell;
    }

    /// <summary>
    /// Whether the cells of another layout, from a place on, are cells of this one.
    /// </summary>
    internal bool Holds(Layout other, int place)
    {
        if (place == 0 && ReferenceEquals(this, other)) return true;
        for (var i = 0; i < other.Count; i++)
        {
            var cell = Array.BinarySearch(_starts, place + other._starts[i]);
            if (cell < 0 || _sizes[cell] != other._sizes[i]) return false;
        }
        return true;
    }

    private static Layout Cut(List<(int Start, int Size)> parts, int size)
    {
        int[] bounds =
            [.. parts.SelectMany(p => (int[])[p.Start, p.Start + p.Size]).Distinct().Order()];
        var cells = bounds.Zip(bounds.Skip(1), (start, end) => (Start: start, Size: end - start))
            .Where(c => parts.Exists(p => p.Start <= c.Start && c.Start < p.Start + p.Size))
            .ToList();
        return cells.Count is 0 or > MostCells || cells is [(0, var all)] && all == size
            ? OfCell(size)
            : new(size, [.. cells.Select(c => c.Start)], [.. cells.Select(c => c.Size)]);
    }

    private static IEnumerable<(int Start, int Size)> Parts(Type type, int start)
    {
        if (!IsTakenApart(type)) return [(start, SizeOf(type))];
        var fields = type.GetFields(Fields);
        if (type.GetCustomAttribute<InlineArrayAttribute>() is { } inline)
            return Repeated(fields[0].FieldType, start, inline.Length);
        return fields.SelectMany(field => Parts(field, start + (int)OffsetOf(field)));
    }

    private static IEnumerable<(int Start, int Size)> Parts(FieldInfo field, int start) =>
        field.GetCustomAttribute<FixedBufferAttribute>() is { } buffer
            ? Repeated(buffer.ElementType, start, buffer.Length)
            : Parts(field.FieldType, start);

    private static IEnumerable<(int Start, int Size)> Repeated(Type element, int start, int length)
    {
        // One more than it would be cut into.
        var count = Math.Min(length, MostCells + 1);
        return Enumerable.Range(0, count)
            .SelectMany(i => Parts(element, start + i * SizeOf(element)));
    }

    /// <summary>No code reaches the private fields of a library's struct one by one.</summary>
    private static bool IsTakenApart(Type type)
    {
        if (!type.IsValueType || type.IsPrimitive || type.IsEnum) return false;
        var fields = type.GetFields(Fields);
        return fields.Length > 0
            && (Array.Exists(fields, f => f.IsPublic) || WovenAssemblies.IsWoven(type.Assembly));
    }

    private static int SizeOf(Type type) =>
        !type.IsValueType || type.IsPointer || type.IsFunctionPointer || type.IsByRef ? nint.Size
        : ElementSizes.Of(type.MakeArrayType());

    private delegate nint Offset(ref byte start);

    private static nint OffsetOf(FieldInfo field)
    {
        var method = new DynamicMethod("", typeof(nint), [typeof(byte).MakeByRefType()],
            typeof(Layout).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldflda, field);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Ret);
        var start = (byte)0;
        return method.CreateDelegate<Offset>()(ref start);
    }
}

/// <summary>The cells of a variable of type <typeparamref name="T"/>.</summary>
internal static class Layout<T>
{
    internal static readonly Layout Value = Layout.Of(typeof(T), Unsafe.SizeOf<T>());
}
