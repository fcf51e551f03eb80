// Given: nothing to change here. The file to edit is Census.cs.
namespace Katas.ProcessCensus;

/// <summary>One line of the census.</summary>
public sealed record Entry(int Id, string Name, int ThreadCount);
