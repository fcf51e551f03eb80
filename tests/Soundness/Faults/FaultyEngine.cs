using System.Reflection;
using System.Runtime.Loader;
using Interleavings;
using Mono.Cecil;

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

    protected override Assembly? Load(AssemblyName name) =>
        name.Name == "Explorer" ? LoadFromAssemblyPath(engine)
            : name.Name == "Soundness" ? LoadFromAssemblyPath(own) : null;

    public void Dispose() => folder.Delete(recursive: true);
}
