namespace Katas.Tests;

/// <summary>
/// The files that this process has open or mapped, as Linux lists them. Other systems show them to
/// nobody, and there the list is empty.
/// </summary>
static class OpenFiles
{
    const string Descriptors = "/proc/self/fd";
    const string Maps = "/proc/self/maps";

    internal static IReadOnlySet<string> Now() => OperatingSystem.IsLinux()
        ? Opened().Concat(Mapped()).Where(IsData).ToHashSet()
        : new HashSet<string>();

    static IEnumerable<string> Opened() => Directory.EnumerateFileSystemEntries(Descriptors)
        .Select(link => new FileInfo(link).LinkTarget ?? "");

    /// <summary>The path is the sixth column, where there is one.</summary>
    static IEnumerable<string> Mapped() => File.ReadLines(Maps)
        .Select(line => line.IndexOf('/') is var start and >= 0 ? line[start..] : "");

    /// <summary>Code is loaded when it is needed, by whatever runs at that moment.</summary>
    static bool IsData(string path) =>
        path.StartsWith('/') && File.Exists(path) && !path.StartsWith("/proc/")
        && (!path.StartsWith("/dev/") || path.StartsWith("/dev/shm/"))
        && Path.GetExtension(path) is not (".dll" or ".pdb") && !path.Contains(".so");
}
