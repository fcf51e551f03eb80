// wrong: whoever lets go first takes the number away from all others -> FileNotFoundException
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
        using var held = Enter();
        var value = view.ReadInt64(0);
        view.Write(0, change(value));
    }

    public void Dispose()
    {
        view.Dispose();
        region.Dispose();
        file.Dispose();
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
