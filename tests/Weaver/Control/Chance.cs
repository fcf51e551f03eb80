using Mono.Cecil;
using Weaving.Naming;

namespace Weaving.Control;

/// <summary>
/// Members that answer anew each time: harmless, unless what they answer decides what is done. Then
/// they are named.
/// </summary>
static class Chance
{
    static readonly string[] members =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
        "System.Diagnostics.Stopwatch::StartNew", "System.Diagnostics.Stopwatch::GetTimestamp",
        "System.Diagnostics.Stopwatch::Start", "System.Diagnostics.Stopwatch::get_Elapsed",
        "System.Diagnostics.Stopwatch::get_ElapsedMilliseconds",
        "System.Diagnostics.Stopwatch::get_ElapsedTicks",
        "System.Diagnostics.Stopwatch::GetElapsedTime", "System.Environment::get_TickCount",
        "System.Environment::get_TickCount64", "System.Environment::get_WorkingSet",
        "System.Random::get_Shared", "System.Guid::NewGuid", "System.Guid::CreateVersion7",
        "System.IO.Path::GetRandomFileName",
        "System.Runtime.CompilerServices.RuntimeHelpers::GetHashCode",
        "System.GC::GetTotalMemory", "System.GC::GetTotalAllocatedBytes",
        "System.GC::GetAllocatedBytesForCurrentThread", "System.GC::CollectionCount",
        "System.GC::GetGCMemoryInfo", "System.GC::GetTotalPauseDuration",
    ];

    /// <summary>
    /// Whether it hashes by a number that the process has drawn when it began: it answers the same
    /// throughout a process, and otherwise in the next.
    /// </summary>
    public static bool IsSalted(MethodReference callee) =>
        callee.DeclaringType.FullName == "System.HashCode" && (callee.Name is "Combine" or "ToHashCode");

    /// <summary>Whether it is asked of an object: of a string, it is salted.</summary>
    public static bool IsHashCode(MethodReference callee) => callee.Name == "GetHashCode"
        && (callee.DeclaringType.FullName is "System.Object" or "System.String");

    /// <summary>Whether it tells one object from another, whatever the object says of itself.</summary>
    public static bool IsIdentity(MethodReference callee) => callee is
    {
        DeclaringType.FullName: "System.Runtime.CompilerServices.RuntimeHelpers",
        Name: "GetHashCode",
    };

    /// <returns>The member's name for a reader; null if it answers the same each time.</returns>
    public static string? Of(MethodReference callee) =>
        IsMember(callee) ? MemberNames.Full(callee) : null;

    static bool IsMember(MethodReference callee)
    {
        var type = callee.DeclaringType.GetElementType();
        return members.Contains($"{type.FullName}::{callee.Name}") || IsSalted(callee)
            || type.FullName == "System.Security.Cryptography.RandomNumberGenerator"
            // Without a seed it takes one from chance.
            || type.FullName == "System.Random" && callee.Name == ".ctor"
                && callee.Parameters.Count == 0
            // An override may answer the same, and then nothing is named.
            || IsHashCode(callee);
    }
}
