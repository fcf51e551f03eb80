namespace Interleavings.Scheduling;

/// <summary>Where a reference leads.</summary>
/// <param name="Owner">The object; null for a static field.</param>
/// <param name="Start"> Where the variable or the array's elements begin: in bytes from the
/// object's start, or an address.
/// </param>
/// <param name="Distance">How far from there the reference leads.</param>
/// <param name="Size">Of the variable, or of all elements.</param>
/// <param name="Layout">Of the variable, or of each element.</param>
/// <param name="IsReadOnly">Whether it is a field that may not be written any more.</param>
internal readonly record struct Referent(
    object? Owner, nint Start, nint Distance, nint Size, Layout Layout, bool IsReadOnly)
{
    /// <summary>The bytes from one variable of this layout to the next.</summary>
    private nint Stride => Math.Max(Layout.Size, 1);

    /// <summary>
    /// Whether a value of a layout, read or written here, is a number of whole cells.
    /// </summary>
    internal bool Holds(Layout layout) =>
        Layout.Holds(layout, (int)(Size == Layout.Size ? Distance : Distance % Stride));

    /// <summary>
    /// The cells that some bytes from here on lie in, or overlap. What of the bytes lies in no cell
    /// has a size of 0 for the cell.
    /// </summary>
    internal IEnumerable<(nint Start, int Size)> Cells(nint bytes)
    {
        var end = Distance + bytes;
        for (var index = Distance / Stride; index * Stride < end; index++)
        {
            var origin = index * Stride;
            var first = Layout.CellAfter((int)Math.Max(Distance - origin, 0));
            for (var cell = first; cell < Layout.Count; cell++)
            {
                var (start, size) = Layout[cell];
                if (origin + start >= end) break;
                yield return (origin + start, size);
            }
        }
    }
}
