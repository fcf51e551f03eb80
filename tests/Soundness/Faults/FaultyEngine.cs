using System.Reflection;
using System.Runtime.Loader;
using Interleavings;
using Mono.Cecil;
using Weaving;

namespace Soundness.Faults;

/// <summary>Runs the fuzz on a copy of the engine that has a fault.</summary>
sealed class FaultyEngine : AssemblyLoadContext, IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faulty");
    readonly string engine, own = typeof(Fuzz).Assembly.Location;

    public FaultyEngine(Fault fault) : base(fault.Name)
    {
        var sound = typeof(Explorer).Assembly.Location;
        engine = Path.Combine(folder.FullName, Path.GetFileName(sound));
        using var module = ModuleDefinition.ReadModule(sound);
        fault.Plant(module);
        module.Write(engine);
    }

    /// <returns>The first seed with a mismatch; null if there is none.</returns>
    public (int Seed, string Mismatch)? FirstMismatch(int first, int count, string? with)
    {
        var fuzz = LoadFromAssemblyPath(own).GetType(typeof(Fuzz).FullName!)!;
        return ((int, string)?)fuzz.GetMethod(nameof(Fuzz.FirstMismatch))!
            .Invoke(null, [first, count, with]);
    }

    // The weaver asks the engine as well: which assemblies it knows, say.
    protected override Assembly? Load(AssemblyName name) => name.Name switch
    {
        "Explorer" => LoadFromAssemblyPath(engine),
        "Weaver" => LoadFromAssemblyPath(typeof(Weaver).Assembly.Location),
        "Soundness" => LoadFromAssemblyPath(own),
        _ => null,
    };

    public void Dispose() => folder.Delete(recursive: true);
}
