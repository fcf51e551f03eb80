using Mono.Cecil;

namespace Weaving.Control;

/// <summary>What the weaver does about a call.</summary>
enum CalleeKind
{
    /// <summary>Passes hooks of its own.</summary>
    Woven,

    /// <summary>Has a stand-in in the explorer.</summary>
    Modelled,

    /// <summary>Waits, starts or schedules, and has none.</summary>
    Refused,

    /// <summary>Plain library code.</summary>
    Unwoven,
}

/// <param name="Reference">The member that is called, seen through <c>constrained.</c>.</param>
/// <param name="Model">The stand-in; null unless modelled.</param>
/// <param name="Refusal">The member's name for a reader; null unless refused.</param>
/// <param name="Home">The assembly that would have to be woven; null if that isn't why.</param>
readonly record struct Callee(
    CalleeKind Kind, MethodReference Reference, Model? Model = null, string? Refusal = null,
    string? Home = null);
