using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Katas.Tests;

/// <summary>
/// How to start the child program that comes with the specs: by the same dotnet that runs them, and
/// without a shell, on every system.
/// </summary>
static class ChildCommand
{
    static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "ChildProgram.dll");

    internal static ProcessStartInfo StartInfo(params IEnumerable<string> arguments)
    {
        var startInfo = new ProcessStartInfo(Dotnet, [Program, .. arguments])
        {
            UseShellExecute = false,
        };
        // For debuggers, .NET puts files into the temporary folder, and when its process is killed,
        // there they stay.
        startInfo.Environment["DOTNET_EnableDiagnostics"] = "0";
        return startInfo;
    }

    /// <summary>
    /// The one whose runtime this is. The test process itself may be an executable of its own, and
    /// what the search path holds may be another version.
    /// </summary>
    static string Dotnet { get; } = Candidates().FirstOrDefault(File.Exists) ?? "dotnet";

    static IEnumerable<string> Candidates()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        // <root>/shared/Microsoft.NETCore.App/<version>/
        yield return Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        yield return Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "";
    }
}
