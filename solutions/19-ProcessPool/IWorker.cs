// Given: nothing to change here. The file to edit is Pool.cs.
namespace Katas.ProcessPool;

/// <summary>Does jobs, one at a time.</summary>
public interface IWorker : IDisposable
{
    /// <exception cref="WorkerDiedException">
    /// It died before the job was done. It can do no other: all that is left is to dispose of it.
    /// </exception>
    string Do(string job);
}

public sealed class WorkerDiedException(string message) : Exception(message);
