// Given: nothing to change here. The file to edit is Pool.cs.
namespace Katas.ProcessPool;

/// <summary>What has become of a job.</summary>
/// <param name="Answer">Null if it could not be done.</param>
public sealed record Outcome(string Job, string? Answer);
