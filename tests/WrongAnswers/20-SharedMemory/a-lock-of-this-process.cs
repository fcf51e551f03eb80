// wrong: a lock on an object, which only the threads of one process can see -> are both in the middle of an update
// hint /lock \(/: The object that you lock on lies in the memory of one process. The others have one of their own.
using System.IO.MemoryMappedFiles;

namespace Katas.SharedMemory;

public sealed class SharedNumber : IDisposable
{
    readonly string gate;
    readonly bool isOwner;
    readonly FileStream file;
    readonly MemoryMappedFile region;
    readonly MemoryMappedViewAccessor view;
    readonly Lock own = new();

    SharedNumber(string folder, FileMode mode)
    {
        isOwner = mode == FileMode.CreateNew;
        gate = Path.Combine(folder, "gate");
        file = new FileStream(Path.Combine(folder, "number"), mode, FileAccess.ReadWrite,
            FileShare.ReadWrite | FileShare.Delete);
        region = MemoryMappedFile.CreateFromFile(file, mapName: null, capacity: sizeof(long),
            MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
        view = region.CreateViewAccessor();
    }

    public static SharedNumber Create(string folder) => new(folder, FileMode.CreateNew);

    public static SharedNumber Open(string folder) => new(folder, FileMode.Open);

    public long Value
    {
        get
        {
            lock (own) return view.ReadInt64(0);
        }
    }

    public void Update(Func<long, long> change)
    {
        lock (own) view.Write(0, change(view.ReadInt64(0)));
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
