// wrong: gives the lock back at the end, which an exception never reaches -> since an update threw in the owner's process
// hint /^(?!.*\bfinally\b).*(?:ReleaseMutex|held\.Dispose)/: What has to happen on every way out belongs into a finally, or a using.
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

    public long Value
    {
        get
        {
            using var held = Enter();
            return view.ReadInt64(0);
        }
    }

    public void Update(Func<long, long> change)
    {
        var held = Enter();
        view.Write(0, change(view.ReadInt64(0)));
        held.Dispose();
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

    FileStream Enter()
    {
        while (true)
        {
            try
            {
                return new FileStream(gate, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (e.GetType() == typeof(IOException))
            {
                Thread.Sleep(1);
            }
        }
    }
}
