using Interleavings.Hooks;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Weaving;

/// <summary>Puts the explorer's hooks into a compiled assembly.</summary>
public static class Weaver
{
    /// <summary>Weaves <paramref name="input"/> and the portable PDB beside it, if there is one.</summary>
    /// <param name="referencePaths">
    /// What it was compiled against; those that are themselves woven, as woven.
    /// </param>
    /// <param name="settings">The project file's settings for them.</param>
    /// <exception cref="WeaveException">It can't be woven: says what, where, and what to do.</exception>
    public static void Weave(string input, string output, IEnumerable<string> referencePaths,
        Settings? settings = null)
    {
        var pdb = Path.ChangeExtension(input, ".pdb");
        using var dllStream = new MemoryStream(File.ReadAllBytes(input));
        using var pdbStream = File.Exists(pdb) ? new MemoryStream(File.ReadAllBytes(pdb)) : null;
        Weave(dllStream, pdbStream, referencePaths, settings, module =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
            module.Write(output, Writing(symbols: pdbStream is not null));
        });
    }

    /// <summary>The same, in memory.</summary>
    public static WovenImage Weave(byte[] dll, byte[] pdb, IEnumerable<string> referencePaths,
        Settings? settings = null)
    {
        using var wovenDll = new MemoryStream();
        using var wovenPdb = new MemoryStream();
        Weave(new MemoryStream(dll), new MemoryStream(pdb), referencePaths, settings, module =>
        {
            var writing = Writing(symbols: true);
            writing.SymbolStream = wovenPdb;
            module.Write(wovenDll, writing);
        });
        return new(wovenDll.ToArray(), wovenPdb.ToArray());
    }

    /// <summary>Writes the framework's LINQ over async streams, woven.</summary>
    public static void WeaveAsyncQueries(string output) =>
        Weave(new MemoryStream(File.ReadAllBytes(AsyncQueries.OriginalPath)), null, [], null,
            module =>
            {
                AsyncQueries.Rename(module);
                module.Write(output, Writing(symbols: false));
            });

    static void Weave(
        Stream dll, Stream? pdb, IEnumerable<string> referencePaths, Settings? settings,
        Action<ModuleDefinition> write)
    {
        var explorerPath = typeof(Hook).Assembly.Location;
        using var references = new References([explorerPath, .. referencePaths]);
        using var module = ModuleDefinition.ReadModule(dll, new ReaderParameters
        {
            AssemblyResolver = references,
            ReadSymbols = pdb is not null,
            SymbolReaderProvider = pdb is null ? null : new PortablePdbReaderProvider(),
            SymbolStream = pdb,
        });
        if (WovenMark.IsOn(module.Assembly))
            throw new WeaveException(
                $"{module.Assembly.Name.Name} is woven already: weave what the compiler wrote.");

        AsyncQueries.Redirect(module, references);
        var explorer = references.Resolve(new AssemblyNameReference("Explorer", null)).MainModule;
        settings ??= Settings.None;
        new ModuleWeave(module, explorer, settings).Run();
        WovenMark.Put(module, settings);
        Literals.EnsureFit(module);
        write(module);
    }

    static WriterParameters Writing(bool symbols) => new()
    {
        WriteSymbols = symbols,
        SymbolWriterProvider = symbols ? new PortablePdbWriterProvider() : null,
        DeterministicMvid = true,
        Timestamp = 0,
    };
}
