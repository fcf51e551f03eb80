using System.Runtime.Loader;
using Katas.Tests.Board;

namespace Katas.Tests;

/// <summary>
/// A folder for a spec's files, deleted with the spec; by its keeper, a process, when this process
/// is killed; and by the next run, when both were.
/// </summary>
sealed class SharedFolder : IDisposable
{
    const string Prefix = "katas-shared-memory-";

    readonly string room;
    readonly FileStream owner;

    internal SharedFolder(Nursery nursery)
    {
        Sweep();
        room = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{Prefix}{Guid.NewGuid():N}");
        // First the keeper, so that there is no moment in which nobody would delete the folder.
        nursery.Keep(room);
        Directory.CreateDirectory(Path);
        owner = Owned(room, FileMode.CreateNew);
    }

    /// <summary>Where the learner's code may put its files; empty at first.</summary>
    internal string Path => System.IO.Path.Combine(room, "shared");

    /// <summary>Whether a file lies here, or is one of the spec's own beside it.</summary>
    internal bool Holds(string path) => path.StartsWith(room, StringComparison.Ordinal);

    /// <summary>The files that are there, by name.</summary>
    internal IEnumerable<string> Files =>
        Directory.EnumerateFileSystemEntries(Path).Select(System.IO.Path.GetFileName).Order()!;

    /// <summary>
    /// Where the assembly of a learner's type lies, for another process to load it.
    /// </summary>
    internal string Assembly(Type type)
    {
        if (type.Assembly.Location is { Length: > 0 } location) return location;
        var file = System.IO.Path.Combine(room, $"{type.Assembly.GetName().Name}.dll");
        var context = AssemblyLoadContext.GetLoadContext(type.Assembly);
        if (!File.Exists(file)) File.WriteAllBytes(file, ((IHoldsImage)context!).Katas);
        return file;
    }

    public void Dispose()
    {
        owner.Dispose();
        Delete(room);
    }

    /// <summary>Folders whose owner is gone: the lock goes with its process.</summary>
    static void Sweep()
    {
        foreach (var old in Directory.EnumerateDirectories(
            System.IO.Path.GetTempPath(), $"{Prefix}*"))
        {
            try
            {
                Owned(old, FileMode.Open).Dispose();
                Delete(old);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has an owner, or is just being made or deleted.
            }
        }
    }

    static FileStream Owned(string room, FileMode mode) => new(
        System.IO.Path.Combine(room, "owner"), mode, FileAccess.ReadWrite, FileShare.None);

    static void Delete(string room)
    {
        try
        {
            Directory.Delete(room, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Windows keeps what is still open; the keeper tries again.
        }
    }
}
