namespace Katas.Tests.Board;

/// <summary>
/// Which spec runs just now, in a file: whatever ends the process, the next run can tell where it
/// was. Nothing in a process that is killed gets to say it.
/// </summary>
/// <param name="folder">For the files: each process has its own, by its number.</param>
sealed class UnderWay(string folder)
{
    internal const string Prefix = "under-way-";

    internal static UnderWay Here { get; } = new(AppContext.BaseDirectory);

    string Draft => Mine + ".draft";

    string Mine => Path.Combine(folder, $"{Prefix}{Environment.ProcessId}");

    /// <summary>Whole or not at all: a process can be killed between making a file and writing it.</summary>
    internal void Begin(string spec) => Try(() =>
    {
        File.WriteAllText(Draft, spec);
        File.Move(Draft, Mine, overwrite: true);
    });

    internal void End() => Try(() => File.Delete(Mine));

    /// <summary>The spec of this process, if one runs.</summary>
    internal string? Current => File.Exists(Mine) ? Read(Mine) : null;

    /// <summary>In the middle of which specs earlier processes have ended; told once.</summary>
    internal IReadOnlyList<string> TakeLeft() =>
    [
        .. from file in Directory.EnumerateFiles(folder, $"{Prefix}*").ToList()
           let number = Path.GetFileNameWithoutExtension(file)[Prefix.Length..]
           where int.TryParse(number, out var process) && !Lives(process)
           let spec = Read(file)
           where Try(() => File.Delete(file)) && spec is not null && !Path.HasExtension(file)
           select spec,
    ];

    /// <summary>A number is given again after a while: then nothing is told, rather than a lie.</summary>
    static bool Lives(int process)
    {
        try
        {
            using var it = System.Diagnostics.Process.GetProcessById(process);
            return !it.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    static string? Read(string file)
    {
        string? text = null;
        Try(() => text = File.ReadAllText(file));
        return text;
    }

    /// <summary>A folder that can't be written to must not fail the specs.</summary>
    internal static bool Try(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
