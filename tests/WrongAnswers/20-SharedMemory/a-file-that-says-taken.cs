// wrong: the lock is that a file exists, and a process that dies leaves it existing -> since A was killed in the middle of its update
// hint /new FileStream\(\w+, FileMode\.CreateNew\)|File\.Exists\((?:gate|taken|lock\w*)\)/: The file stays when its process dies, and the lock with it. A file that is held open is closed by the system.
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
            Enter();
            var value = view.ReadInt64(0);
            File.Delete(gate);
            return value;
        }
    }

    public void Update(Func<long, long> change)
    {
        Enter();
        try
        {
            view.Write(0, change(view.ReadInt64(0)));
        }
        finally
        {
            File.Delete(gate);
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

    void Enter()
    {
        while (true)
        {
            try
            {
                new FileStream(gate, FileMode.CreateNew).Dispose();
                return;
            }
            catch (IOException e) when (e.GetType() == typeof(IOException))
            {
                Thread.Sleep(1);
            }
        }
    }
}
