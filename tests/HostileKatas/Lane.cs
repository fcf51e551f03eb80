using System.Diagnostics;

namespace HostileKatas;

/// <summary>
/// Some of the cases, in one process as long as it lives. A case that takes it along, or keeps it
/// for too long, is told of; the next gets a new one.
/// </summary>
sealed class Lane(IReadOnlyList<Case> cases, bool isPinned = false)
{
    static readonly TimeSpan limit = TimeSpan.FromMinutes(3);

    internal List<Told> Run()
    {
        var told = new List<Told>();
        var room = Directory.CreateTempSubdirectory("hostile").FullName;
        try
        {
            while (told.Count < cases.Count) told.AddRange(Hosted(told.Count, room));
            return told;
        }
        finally
        {
            Directory.Delete(room, recursive: true);
        }
    }

    /// <returns>At least one.</returns>
    List<Told> Hosted(int first, string room)
    {
        var (list, file) = (Path.Combine(room, $"{first}.txt"), Path.Combine(room, $"{first}.json"));
        File.WriteAllLines(list, cases.Skip(first).Select(c => c.Name));
        File.WriteAllText(file, "");
        using var process = Start(room, "--host", list, file);
        if (isPinned) Load.Pin(process);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var isLate = !EndsInTime(process, file);
        if (isLate) process.Kill(entireProcessTree: true);
        process.WaitForExit();

        var told = Read(file);
        if (first + told.Count == cases.Count) return told;
        var end = isLate
            ? $"it had not come back after {limit.TotalSeconds:0} seconds"
            : $"its process ended with {process.ExitCode}: {output.Result}{errors.Result}";
        told.Add(new(cases[first + told.Count].Name, false, end, null, "", 0)
        {
            TookItsProcess = true,
        });
        return told;
    }

    internal static Process Start(string room, params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(Lane).Assembly.Location, .. arguments])
        {
            WorkingDirectory = room,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_DbgEnableMiniDump"] = "0" },
        })!;

    /// <summary>As long as there is something new to be told, it may go on.</summary>
    static bool EndsInTime(Process process, string file)
    {
        for (var told = -1; ;)
        {
            var now = Read(file).Count;
            if (now == told) return false;
            told = now;
            if (process.WaitForExit(limit)) return true;
        }
    }

    static List<Told> Read(string file) => [.. File.ReadLines(file).Select(Told.Of)];
}
