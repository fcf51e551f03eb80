using Commutation.Calls;
using Commutation.Real;
using Commutation.Rules;
using Commutation.Sources;
using Mono.Cecil;

namespace Commutation.Faults;

/// <summary>The pairs of the faults, with and without them.</summary>
static class PlantedRuns
{
    static readonly Lazy<IReadOnlyList<Finding>>
        sound = new(() => Run(null)), faulty = new(() => Run(Plant));

    public static Finding Sound(Fault fault) => sound.Value[Index(fault)];

    public static Finding Faulty(Fault fault) => faulty.Value[Index(fault)];

    static int Index(Fault fault) => Planted.All.ToList().IndexOf(fault);

    static IReadOnlyList<Finding> Run(Func<byte[], byte[]>? edit)
    {
        var batch = new Batch(Planted.All.Select(f => (f.Of, CallsOf.Extras(f.Of))), edit);
        return [.. batch.Programs.Select(p => new Judge(p, new Changes(p)).Of(0, 1))];
    }

    static byte[] Plant(byte[] woven)
    {
        using var module = ModuleDefinition.ReadModule(new MemoryStream(woven));
        foreach (var (index, fault) in Planted.All.Index())
            foreach (var method in module.GetType($"Subject{index}").Methods
                .Where(m => m.Name is "C0" or "C1"))
                fault.Edit(method);
        using var edited = new MemoryStream();
        module.Write(edited);
        return edited.ToArray();
    }
}
