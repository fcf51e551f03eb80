using Interleavings.Exploration;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// Objects whose code is in an assembly that is neither woven nor known. Woven code makes none in an
/// execution, but a test's fixture may hold one behind an interface of the framework.
/// </summary>
internal static class ForeignObjects
{
    /// <summary>Of an access to the object as a whole.</summary>
    internal static Unwinding Refuse(Operation operation, Type type, string site) =>
        Refuse(operation, type, null, site);

    internal static Unwinding Refuse(Operation operation, Type type, string? member, string site)
    {
        var home = WovenAssemblies.ForeignHome(type)!.GetName().Name!;
        return operation.Execution.Refuse(
            member is null ? $"{type.FullName}" : $"{type.FullName}.{member}", Refusals.NotWoven(home, home), site);
    }
}
