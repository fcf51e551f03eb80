// uses: Mono.Cecil
using System.Security.Cryptography;
using Mono.Cecil;
using Mono.Cecil.Cil;

public static class Job
{
    /// <summary>Reads an assembly, changes every method, and writes it.</summary>
    public static string Run()
    {
        using var module = ModuleDefinition.ReadModule(
            Path.Combine(AppContext.BaseDirectory, "Shouldly.dll"));
        var count = 0;
        foreach (var method in module.Types.SelectMany(t => t.Methods).Where(m => m.HasBody))
        {
            count += method.Body.Instructions.Count;
            method.Body.Instructions.Insert(0, Instruction.Create(OpCodes.Nop));
        }
        using var to = new MemoryStream();
        module.Write(to, new WriterParameters { DeterministicMvid = true, Timestamp = 0 });
        return $"{count} {Convert.ToHexString(SHA256.HashData(to.ToArray()))}";
    }
}
