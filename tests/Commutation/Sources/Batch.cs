using System.Reflection;
using System.Runtime.Loader;
using Commutation.Calls;
using Commutation.Subjects;
using Weaving;

namespace Commutation.Sources;

/// <summary>Subjects that are compiled together: plain, to run for real, and woven.</summary>
sealed class Batch
{
    readonly List<(Subject Subject, List<Call> Calls)> programs;
    readonly Assembly plain, woven;

    /// <summary>Calls that C# does not allow: the generator is not a compiler.</summary>
    public List<Call> Uncompilable { get; } = [];

    /// <param name="edit">A fault to plant in the woven code; null for none.</param>
    public Batch(IEnumerable<(Subject Subject, IReadOnlyList<Call> Calls)> subjects,
        Func<byte[], byte[]>? edit = null)
    {
        programs = [.. subjects.Select(s => (s.Subject, s.Calls.ToList()))];
        var image = Compiled();
        plain = Load(image.Dll, image.Pdb);
        var result = Weaver.Weave(image.Dll, image.Pdb, Compiler.Paths);
        woven = edit is null ? Load(result.Dll, result.Pdb) : Load(edit(result.Dll), null);
    }

    public IEnumerable<Programs> Programs => programs.Select((p, i) => new Programs(
        p.Subject, p.Calls, plain.GetType(Name(i), true)!, woven.GetType(Name(i), true)!));

    static string Name(int index) => $"Subject{index}";

    (byte[] Dll, byte[] Pdb) Compiled()
    {
        // An error in one call can hide those of another.
        for (var round = 0; ; round++)
        {
            var sources = programs.Select((p, i) =>
                (Name(i), Printer.Class(Name(i), p.Subject, p.Calls)));
            var errors = Compiler.Compile(
                "Pairs", sources.Append(("Usings", Printer.Usings)), out var image);
            if (errors.Count == 0) return image;
            if (round == 6 || !errors.Select(Removed).ToList().Contains(true))
                throw new ArgumentException(string.Join('\n', errors.Select(e => e.Text)));
            foreach (var (_, calls) in programs) calls.RemoveAll(Uncompilable.Contains);
        }
    }

    bool Removed((string File, int Line, string Text) error)
    {
        if (!error.File.StartsWith("Subject", StringComparison.Ordinal)) return false;
        var calls = programs[int.Parse(error.File["Subject".Length..])].Calls;
        var index = error.Line - Printer.FirstCall;
        if (index < 0 || index >= calls.Count) return false;
        if (!Uncompilable.Contains(calls[index])) Uncompilable.Add(calls[index]);
        return true;
    }

    static Assembly Load(byte[] dll, byte[]? pdb) => new AssemblyLoadContext(null, true)
        .LoadFromStream(new MemoryStream(dll), pdb is null ? null : new MemoryStream(pdb));
}
