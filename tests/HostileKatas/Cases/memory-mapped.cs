// hostile: shares memory with other processes -> MemoryMappedFile
using System.IO.MemoryMappedFiles;

public static class Kata
{
    public static void Run()
    {
        using var file = MemoryMappedFile.CreateNew(null, 100);
        using var view = file.CreateViewAccessor();
        view.Write(0, 1);
    }
}
