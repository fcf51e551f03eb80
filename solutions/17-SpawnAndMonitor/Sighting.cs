// Given: nothing to change here. The file to edit is Supervisor.cs.
namespace Katas.SpawnAndMonitor;

/// <summary>What is to be seen of a worker at some moment.</summary>
/// <param name="ProcessId">The number that the operating system gave it.</param>
/// <param name="ExitCode">What it left when it ended; null while it lives.</param>
public sealed record Sighting(string Name, int ProcessId, bool IsAlive, int? ExitCode);

/// <summary>Looks at every worker as it is now, in the order in which they were given.</summary>
public delegate IReadOnlyList<Sighting> Look();
