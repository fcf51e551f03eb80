// wrong: one catch around opening and update: an exception of the update's own looks like a file in use -> it ran the update again
// hint /try \{[^{}]*(?:new FileStream|File\.Open)[^{}]*(?:change|update)\w*\([^{}]*\} catch \(IOException/: Your `catch` is around the update, too: an `IOException` of the caller's is swallowed, and the update runs again.
using System.IO.MemoryMappedFiles;

namespace Katas.SharedMemory;

public sealed class SharedNumber : IDisposable
{
    readonly string gate;
    readonly bool isOwner;
    readonly FileStream file;
    readonly MemoryMappedFile region;
    readonly MemoryMappedViewAccessor view;

    SharedNumber(string folder, FileMode mode)
    {
        isOwner = mode == FileMode.CreateNew;
        gate = Path.Combine(folder, "gate");
        if (isOwner) File.Create(gate).Dispose();
        file = new FileStream(Path.Combine(folder, "number"), mode, FileAccess.ReadWrite,
            FileShare.ReadWrite | FileShare.Delete);
        region = MemoryMappedFile.CreateFromFile(file, mapName: null, capacity: sizeof(long),
            MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
        view = region.CreateViewAccessor();
    }

    public static SharedNumber Create(string folder) => new(folder, FileMode.CreateNew);

    public static SharedNumber Open(string folder) => new(folder, FileMode.Open);

    public long Value => view.ReadInt64(0);

    public void Update(Func<long, long> change)
    {
        while (true)
        {
            try
            {
                using var held = new FileStream(
                    gate, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                view.Write(0, change(view.ReadInt64(0)));
                return;
            }
            catch (IOException)
            {
                Thread.Sleep(1);
            }
        }
    }

    public void Dispose()
    {
        view.Dispose();
        region.Dispose();
        file.Dispose();
        if (!isOwner) return;
        File.Delete(file.Name);
        File.Delete(gate);
    }
}
