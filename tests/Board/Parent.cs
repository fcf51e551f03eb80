using System.Diagnostics;
using System.IO.Pipes;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Katas.Tests.Board;

/// <summary>
/// The process that `dotnet test` starts runs no spec. It starts the same program again, which runs
/// them, and outlives it: whatever ends that process, the run goes on, and says what has happened.
/// Both processes share their streams, so nothing has to be passed on.
/// </summary>
public static class Parent
{
    /// <summary>For the child: its end of the line to its parent, and the journal.</summary>
    const string Variable = "KATAS_PARENT";

    /// <summary>The only argument of a child that runs no more than is left to be known.</summary>
    const string Rest = "--rest";

    /// <summary>Microsoft.Testing.Platform's own for a run in which a test has failed.</summary>
    internal const int Failed = 2;

    static readonly string[] noSpecs = ["--list-tests", "--help", "-?", "--info"];

    /// <returns>The run's exit code; null in the process that has to run the specs.</returns>
    public static int? Run(string[] arguments)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } told)
        {
            Serve(told);
            return arguments is [Rest] ? RestOfRun.Show(Journal.Mine!) : null;
        }
        if (!IsWanted(arguments, Debugger.IsAttached, RunsSolutions)
            || Journal.Begin() is not { } journal) return null;
        using var life = new AnonymousPipeServerStream(
            PipeDirection.Out, HandleInheritability.Inheritable);
        var isInterrupted = false;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Interrupt);
        try
        {
            return Follow(
                journal, isRest => Child(isRest ? [Rest] : arguments, isRest, life, journal),
                () => isInterrupted, RawOutput.WriteLine);
        }
        finally
        {
            journal.Delete();
        }

        // The terminal has sent it to the child as well, which ends in its own way.
        void Interrupt(PosixSignalContext signal) => signal.Cancel = isInterrupted = true;
    }

    /// <summary>Where the specs have run to their end: what follows is no news to the parent.</summary>
    public static int Ended(int exitCode)
    {
        Journal.Mine?.Done();
        return exitCode;
    }

    /// <summary>
    /// Only where a person waits at a terminal for the katas: an editor talks to the process that it
    /// starts, and so does a debugger.
    /// </summary>
    internal static bool IsWanted(string[] arguments, bool isDebugged, bool runsSolutions) =>
        !isDebugged
        && !runsSolutions
        && arguments.Contains("--server") && arguments.Contains("dotnettestcli")
        && !arguments.Any(noSpecs.Contains)
        && !IsSet("TESTINGPLATFORM_WAIT_ATTACH_DEBUGGER")
        && !IsSet("TESTINGPLATFORM_LAUNCH_ATTACH_DEBUGGER");

    /// <param name="run">Runs the specs, or the rest, in a process, and returns its exit code.</param>
    internal static int Follow(
        Journal journal, Func<bool, int> run, Func<bool> isInterrupted, Action<string> tell)
    {
        var exitCode = run(false);
        // To dotnet test, 0 says that the run has come to its end.
        if (isInterrupted() && exitCode == 0) return Ends.Interrupted;
        for (var isRest = false; !IsOver(); isRest = true)
        {
            var known = journal.Read();
            // Another process would fare no better.
            if (isRest && known.Current is null)
            {
                tell(Ends.OfRest(exitCode));
                return Failed;
            }
            journal.ProcessEnded(exitCode);
            exitCode = run(true);
        }
        return exitCode;

        bool IsOver() => isInterrupted() || exitCode is Ends.Terminated or Ends.Interrupted
            || journal.Read().IsDone;
    }

    static int Child(
        string[] arguments, bool isRest, AnonymousPipeServerStream life, Journal journal)
    {
        var program = Environment.ProcessPath!;
        var isHosted = Path.GetFileNameWithoutExtension(program) == "dotnet";
        var start = new ProcessStartInfo(
            program, isHosted ? [Environment.GetCommandLineArgs()[0], .. arguments] : arguments)
        {
            // What the runtime says of the end of a process that has shown nothing is noise.
            RedirectStandardError = isRest,
        };
        start.Environment[Variable] = $"{life.GetClientHandleAsString()} {journal.Path}";
        using var child = Process.Start(start)!;
        if (isRest)
        {
            child.ErrorDataReceived += (_, _) => { };
            child.BeginErrorReadLine();
        }
        child.WaitForExit();
        return child.ExitCode;
    }

    static void Serve(string told)
    {
        // What the specs start is no child of the parent's.
        Environment.SetEnvironmentVariable(Variable, null);
        var (handle, path) = (told[..told.IndexOf(' ')], told[(told.IndexOf(' ') + 1)..]);
        Journal.Mine = new(path);
        var life = new AnonymousPipeClientStream(PipeDirection.In, handle);
        new Thread(() => EndWith(life)) { IsBackground = true, Name = "parent" }.Start();
    }

    /// <summary>When the parent is killed, nothing is sent: its end of the line is closed.</summary>
    static void EndWith(Stream life)
    {
        while (life.ReadByte() >= 0)
        {
        }
        Process.GetCurrentProcess().Kill();
    }

    static bool IsSet(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 };

    /// <summary>As <see cref="KataAttribute"/> says it, without loading NUnit.</summary>
    static bool RunsSolutions => typeof(Parent).Assembly
        .GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration == "Solutions";
}
