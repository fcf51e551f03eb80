using System.Reflection;
using System.Runtime.Loader;
using Katas.Tests.Board;
using Weaving;

namespace Judging;

/// <summary>
/// Where an attempt runs: an assembly Katas and specs of its own, while the explorer, NUnit and
/// Shouldly are shared with everybody.
/// </summary>
/// <remarks>
/// It is never unloaded: the explorer remembers the statics of the types it has seen.
/// </remarks>
sealed class Bench : AssemblyLoadContext, IHoldsImage
{
    readonly WovenImage katas;

    internal Bench(WovenImage katas, WovenImage specs) : base("attempt")
    {
        this.katas = katas;
        Specs = Load(specs);
    }

    internal Assembly Specs { get; }

    byte[] IHoldsImage.Katas => katas.Dll;

    protected override Assembly? Load(AssemblyName name) => name.Name == "Katas" ? Load(katas) : null;

    Assembly Load(WovenImage image) =>
        LoadFromStream(new MemoryStream(image.Dll), new MemoryStream(image.Pdb));
}
