using System.Runtime.CompilerServices;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Sequences that a model goes over, as the member that it stands for does.</summary>
internal static class SequenceModel
{
    /// <summary>
    /// The elements, one after the other. Going over a query calls the program back, and reads its
    /// source again after that.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static T[] Copy<T>(Operation operation, IEnumerable<T> tasks, string site)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        if (!operation.IsObserved) return [.. tasks];
        var frame = 0;
        LibraryCalls.Begin(operation, ref frame);
        ObjectModel.Touch(operation, tasks, EventKind.ObjectRead, site);
        T[] copy = [.. tasks];
        LibraryCalls.End(operation, ref frame);
        return copy;
    }
}
