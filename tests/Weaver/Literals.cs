using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Weaving;

/// <summary>
/// The string literals of a module, sites among them. Metadata numbers them by their place in 16 MB;
/// beyond that, Cecil writes numbers that mean nothing.
/// </summary>
static class Literals
{
    const long Most = 1 << 24;

    public static void EnsureFit(ModuleDefinition module)
    {
        var size = module.GetAllTypes().SelectMany(t => t.Methods).Where(m => m.HasCode())
            .SelectMany(m => m.Body.Instructions)
            .Where(i => i.OpCode.Code == Code.Ldstr)
            .Select(i => (string)i.Operand).Distinct()
            // UTF-16, a final byte, and at most four for the length.
            .Sum(text => 2L * text.Length + 5);
        if (size >= Most)
            throw new WeaveException(
                $"{module.Assembly.Name.Name} is too large to weave: its literals and the places in "
                + $"its source take {size >> 20} MB of at most 16. Split it.");
    }
}
