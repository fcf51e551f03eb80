namespace Katas.Tests.Board;

/// <summary>Says how a process with specs has ended, and what to do about it.</summary>
static class Ends
{
    /// <summary>Linux and macOS: 128 and the signal. Windows: the exception's code.</summary>
    internal const int Interrupted = 130;
    internal const int Terminated = 143;
    const int Aborted = 134;
    const int Killed = 137;
    const int Segmentation = 139;
    const int AccessViolation = unchecked((int)0xC0000005);
    const int StackOverflow = unchecked((int)0xC00000FD);
    const int Unhandled = unchecked((int)0xE0434352);
    const int FailFast = unchecked((int)0x80131623);

    internal static string Of(ProcessEnd end) => end is { IsQuiet: true, Spec: { } spec }
        ? $"{Name(spec)}, which this run does not show, ends the process"
            + $" (exit code {end.ExitCode})."
        : $"{What(end)}\n{Why(end.ExitCode)}";

    internal static string OfRest(int exitCode) =>
        $"The process that shows the board ended outside of a spec (exit code {exitCode}).\n"
        + Why(exitCode);

    static string What(ProcessEnd end) => end switch
    {
        { Spec: { } spec } =>
            $"{Name(spec)} ended the process that runs the specs (exit code {end.ExitCode}).",
        { Last: { } last } =>
            $"The process that runs the specs ended after {Name(last)}, outside of a spec"
            + $" (exit code {end.ExitCode}). Code that this spec left running may have ended it.",
        _ => $"The process ended before its first spec (exit code {end.ExitCode}).",
    };

    static string Why(int exitCode) => exitCode switch
    {
        Aborted or Unhandled or FailFast =>
            "An exception that no code catches ends the process, on whichever thread it is thrown."
            + " So do Environment.FailFast, a failed Debug.Assert and calls that never end. The error"
            + " output says which of them it was, and where.",
        StackOverflow => "Calls that never end have filled a stack. The error output names them.",
        Segmentation or AccessViolation => "The code used memory that is not its own: look for"
            + " unsafe code, pointers and the class Unsafe.",
        Killed => "Another program killed it, or the system did because the memory was full.",
        _ => "Look for Environment.Exit, and for code that ends its process in another way.",
    };

    /// <summary>"Kata05_LockFix.It", without namespace and arguments.</summary>
    static string Name(string spec)
    {
        var name = spec.Split('(')[0];
        var parts = name.Split('.');
        return parts.Length < 2 ? name : $"{parts[^2]}.{parts[^1]}";
    }
}
