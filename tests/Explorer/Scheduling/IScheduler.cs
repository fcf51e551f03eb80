namespace Interleavings.Scheduling;

/// <summary>Decides which operation goes on, at each scheduling point. Implemented by Exploration.</summary>
public interface IScheduler
{
    /// <summary>
    /// The operation that performs the next event: one of <see cref="Execution.Operations"/> that
    /// <see cref="Execution.IsEnabled"/>. Null ends the execution here.
    /// </summary>
    /// <param name="current">Who ran last, or null at the start.</param>
    Operation? Choose(Execution execution, Operation? current);
}
