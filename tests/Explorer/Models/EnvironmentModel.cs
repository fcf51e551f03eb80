using System.Diagnostics.CodeAnalysis;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>
/// <see cref="Environment"/>: a program under test doesn't get to end the process that reports it,
/// whether it runs in an execution or not.
/// </summary>
[Models(typeof(Environment))]
public static class EnvironmentModel
{
    public static int get_CurrentManagedThreadId(string site) => Hook.Current is { } operation
        ? ThreadIdentity.CurrentId(operation, site)
        : Environment.CurrentManagedThreadId;

    [DoesNotReturn]
    public static void Exit(int exitCode, string site) =>
        throw Stopped($"Environment.Exit({exitCode})", site);

    [DoesNotReturn]
    public static void FailFast(string? message, string site) =>
        throw Stopped("Environment.FailFast", site);

    [DoesNotReturn]
    public static void FailFast(string? message, Exception? exception, string site) =>
        throw Stopped("Environment.FailFast", site);

    private static Exception Stopped(string call, string site) => Hook.Current is { } operation
        ? operation.Execution.Stop(new(FailureKind.ProcessExit, operation,
            $"{call} would end the whole process", null,
            (Site.Parse(site) with { Target = call }).Format()))
        : new InvalidOperationException(
            $"{call} at {Site.Parse(site)} would end the test process, and was not carried out.");
}
