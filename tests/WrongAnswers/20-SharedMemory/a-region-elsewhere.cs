// wrong: the number lies in the temporary folder, beside the one that it was given, and stays there -> outside its folder there is still
// hint /GetTempPath\(\)|"\/dev\/shm/: Put the number into the folder that you were given, so that it is cleared up with it.
using System.IO.MemoryMappedFiles;

namespace Katas.SharedMemory;

/// <summary>
/// A number in memory that several processes share: a file, mapped into each of them.
/// </summary>
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
        // Named maps are for Windows alone; a mapped file works everywhere.
        file = new FileStream(Path.Combine(Path.GetTempPath(), $"number-{Path.GetFileName(Path.GetDirectoryName(folder))}"), mode, FileAccess.ReadWrite,
            FileShare.ReadWrite | FileShare.Delete);
        region = MemoryMappedFile.CreateFromFile(file, mapName: null, capacity: sizeof(long),
            MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
        view = region.CreateViewAccessor();
    }

    /// <summary>For the owner: makes a number, 0 at first, in an empty folder.</summary>
    public static SharedNumber Create(string folder) => new(folder, FileMode.CreateNew);

    /// <summary>For everybody else: the number that the owner has made in that folder.</summary>
    public static SharedNumber Open(string folder) => new(folder, FileMode.Open);

    public long Value
    {
        get
        {
            using var held = Enter();
            return view.ReadInt64(0);
        }
    }

    /// <summary>Makes of the number what <paramref name="change"/> makes of it.</summary>
    public void Update(Func<long, long> change)
    {
        // Given back on every way out; and when the process dies, by the operating system.
        using var held = Enter();
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
        if (!isOwner) return;
        File.Delete(gate);
    }

    /// <summary>
    /// Opens a file that nobody else may have open in the meantime: one process at a time can. A
    /// named Mutex would do as well, and waits without asking again and again; but it has to be
    /// told what it means that its holder has died, and on Unix a run that is killed leaves its
    /// files behind.
    /// </summary>
    FileStream Enter()
    {
        while (true)
        {
            try
            {
                return new FileStream(gate, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            }
            // Somebody has it open. That the file is missing would be a FileNotFoundException,
            // which no waiting helps against.
            catch (IOException e) when (e.GetType() == typeof(IOException))
            {
                Thread.Sleep(1);
            }
        }
    }
}
