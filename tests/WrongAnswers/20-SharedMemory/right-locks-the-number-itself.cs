// right: the file of the number is opened for oneself alone, and mapped only for the update
using System.IO.MemoryMappedFiles;

namespace Katas.SharedMemory;

public sealed class SharedNumber : IDisposable
{
    readonly string path;
    readonly bool isOwner;

    SharedNumber(string folder, bool isOwner)
    {
        path = Path.Combine(folder, "number");
        this.isOwner = isOwner;
        if (isOwner) File.WriteAllBytes(path, new byte[sizeof(long)]);
        else if (!File.Exists(path)) throw new FileNotFoundException("There is no number.", path);
    }

    public static SharedNumber Create(string folder) => new(folder, isOwner: true);

    public static SharedNumber Open(string folder) => new(folder, isOwner: false);

    public long Value
    {
        get
        {
            var seen = 0L;
            Update(value => seen = value);
            return seen;
        }
    }

    public void Update(Func<long, long> change)
    {
        using var file = Alone();
        using var region = MemoryMappedFile.CreateFromFile(file, null, sizeof(long),
            MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
        using var view = region.CreateViewAccessor();
        view.Write(0, change(view.ReadInt64(0)));
    }

    public void Dispose()
    {
        if (isOwner) File.Delete(path);
    }

    FileStream Alone()
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (e is not FileNotFoundException)
            {
                Thread.Yield();
            }
        }
    }
}
