// wrong: releases the mutex after the write, which an exception of the update never reaches -> since an update threw in the owner's process
// hint /view\.Write\([^;]*change[^;]*; \w+\.ReleaseMutex/: An exception of `change` jumps over the `ReleaseMutex`, and nobody else gets in.
using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;
using System.Text;

namespace Katas.SharedMemory;

public sealed class SharedNumber : IDisposable
{
    readonly string gate;
    readonly bool isOwner;
    readonly FileStream file;
    readonly MemoryMappedFile region;
    readonly MemoryMappedViewAccessor view;
    readonly Mutex mutex;

    SharedNumber(string folder, FileMode mode)
    {
        isOwner = mode == FileMode.CreateNew;
        gate = Path.Combine(folder, "gate");
        mutex = new Mutex(false, Name(folder));
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
            try
            {
                return view.ReadInt64(0);
            }
            finally
            {
                mutex.ReleaseMutex();
            }
        }
    }

    public void Update(Func<long, long> change)
    {
        Enter();
        view.Write(0, change(view.ReadInt64(0)));
        mutex.ReleaseMutex();
    }

    public void Dispose()
    {
        view.Dispose();
        region.Dispose();
        file.Dispose();
        mutex.Dispose();
        if (isOwner) File.Delete(file.Name);
    }

    void Enter()
    {
        try
        {
            mutex.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Its holder has died, and it is ours. Nothing is half done: one write is all there is.
        }
    }

    /// <summary>The same in every process, and nobody else's.</summary>
    static string Name(string folder) => @"Global\katas-" + Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(folder))))[..32];
}
