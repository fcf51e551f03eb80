using Soundness.Programs;

namespace Soundness.Oracle;

enum Code
{
    Act,
    Enter,
    TryEnter,
    Exit,
    BeginInitializer,
    EndInitializer,

    // Of the thread alone: no other can tell when they happen.
    Test,
    Jump,
    Assign,
    End,
}

/// <param name="Into">The register that gets the result, or -1.</param>
/// <param name="Target">
/// Where to go: of a jump; of a test that doesn't hold; past an initializer that needn't run.
/// </param>
/// <param name="Subject">A lock, a type, or the register that is tested or assigned.</param>
/// <param name="IsFlagged">Timed, of an attempt to enter; adding, of an assignment.</param>
sealed record Instruction(
    Code Code, Access? Access = null, int Into = -1, int Target = -1, int Subject = 0,
    Sign Sign = default, int Constant = 0, bool IsFlagged = false);
