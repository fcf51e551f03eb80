using System.IO.MemoryMappedFiles;

namespace Katas.SharedMemory;

/// <summary>
/// A number in memory that several processes share: a file, mapped into each of them.
/// </summary>
public sealed class SharedNumber : IDisposable
{
    readonly FileStream file;
    readonly MemoryMappedFile region;
    readonly MemoryMappedViewAccessor view;

    SharedNumber(string folder, FileMode mode)
    {
        file = new FileStream(Path.Combine(folder, "number"), mode, FileAccess.ReadWrite,
            FileShare.ReadWrite | FileShare.Delete);
        region = MemoryMappedFile.CreateFromFile(file, mapName: null, capacity: sizeof(long),
            MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
        view = region.CreateViewAccessor();
    }

    /// <summary>For the owner: makes a number, 0 at first, in an empty folder.</summary>
    public static SharedNumber Create(string folder) => new(folder, FileMode.CreateNew);

    /// <summary>For everybody else: the number that the owner has made in that folder.</summary>
    public static SharedNumber Open(string folder) => new(folder, FileMode.Open);

    public long Value => view.ReadInt64(0);

    /// <summary>Makes of the number what <paramref name="change"/> makes of it.</summary>
    public void Update(Func<long, long> change)
    {
        var value = view.ReadInt64(0);
        view.Write(0, change(value));
    }

    /// <summary>
    /// Lets go of the number. When it is the owner who does, the folder is empty again.
    /// </summary>
    public void Dispose()
    {
        view.Dispose();
        region.Dispose();
        file.Dispose();
    }
}
