using Soundness.Programs;

namespace Soundness.Sources;

/// <summary>What the initializers of the types A and B touch.</summary>
enum StaticForm
{
    Independent,

    /// <summary>B's touches A.</summary>
    Chained,

    /// <summary>Each touches the other.</summary>
    Circular,
}

static class StaticForms
{
    public static StaticForm Of(FuzzProgram program) => (StaticForm)(program.Seed % 3);
}
