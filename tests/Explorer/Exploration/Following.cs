using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Follows turns as far as they can be taken, leaves out the others; then the default order.</summary>
internal sealed class Following(IReadOnlyList<Turn> turns) : IScheduler
{
    private int _next;

    public Operation? Choose(Execution execution, Operation? current)
    {
        if (execution.Trace.Count == 0) _next = 0;
        while (_next < turns.Count)
        {
            var letter = turns[_next++].Letter;
            foreach (var operation in execution.Operations)
            {
                if (operation.Letter == letter && execution.IsEnabled(operation)) return operation;
            }
        }
        return execution.Default(current);
    }
}
