namespace Katas.Tests.Board;

static class Repository
{
    /// <summary>The folder that this suite is built in.</summary>
    internal static string Root { get; } = Find(AppContext.BaseDirectory);

    static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Katas.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Find(parent)
        : AppContext.BaseDirectory;
}
