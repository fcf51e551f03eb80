// Given: nothing to change here. The file to edit is Supervisor.cs.
using System.Diagnostics;

namespace Katas.SpawnAndMonitor;

/// <summary>A program to run, and what to call it.</summary>
public sealed record Worker(string Name, ProcessStartInfo StartInfo);
