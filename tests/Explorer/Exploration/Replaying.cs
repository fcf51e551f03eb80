using Interleavings.Scheduling;

namespace Interleavings.Exploration;

/// <summary>Follows a schedule; see <see cref="Schedule"/> for what its text means.</summary>
internal sealed class Replaying(Schedule schedule) : IScheduler
{
    // Unless it says otherwise, a schedule begins where the program's body has to wait.
    private readonly IReadOnlyList<ScheduleEntry> _entries =
        schedule.Entries is [{ Operation: "main" }, ..] ? schedule.Entries
            : [new("main", null), .. schedule.Entries];

    private int _entry;
    private int _performed;

    /// <summary>How many events there were when the last entries came again.</summary>
    private int _repeatedAt;

    /// <summary>Whether the entry's operation has begun or ended in its turn.</summary>
    private bool _hasMoved;

    public Operation? Choose(Execution execution, Operation? current)
    {
        if (execution.Trace.Count == 0) (_entry, _performed, _repeatedAt, _hasMoved) = (0, 0, 0, false);
        while (_entry < _entries.Count || Repeats(execution))
        {
            var entry = _entries[_entry];
            var operation = execution.Operations.LastOrDefault(o => o.Letter == entry.Operation);
            if (operation is null)
            {
                if (execution.Default(current) is { } other) return other;
                return DoesNotFit(execution, current, $"{entry.Operation} is never started");
            }
            if (_performed == entry.Events)
            {
                Advance();
                continue;
            }
            if (execution.IsEnabled(operation) && !IsDone(entry, operation))
            {
                if (ScheduleText.Counts(operation.Next)) _performed++;
                _hasMoved = true;
                return operation;
            }
            if (entry.Events is null && (_hasMoved || _entry == 0))
            {
                Advance();
                continue;
            }
            // Beginnings and ends aren't counted, so nobody could write that one is due before a join.
            if ((Due(execution, EventKind.End) ?? Due(execution, EventKind.Begin)) is { } due) return due;
            return DoesNotFit(execution, operation, Obstacle(operation, entry));
        }
        return execution.Default(current);
    }

    /// <summary>Goes back to where the last entries come again, if they have moved something.</summary>
    private bool Repeats(Execution execution)
    {
        if (schedule.RepeatsFrom is not { } from || execution.Trace.Count == _repeatedAt) return false;
        _repeatedAt = execution.Trace.Count;
        _entry = from + _entries.Count - schedule.Entries.Count;
        return true;
    }

    private static Operation? Due(Execution execution, EventKind kind) =>
        execution.Operations.FirstOrDefault(o =>
            o.IsPending && o.Next.Kind == kind && execution.IsEnabled(o));

    private void Advance()
    {
        _entry++;
        _performed = 0;
        _hasMoved = false;
    }

    /// <summary>An operation with only its end before it has no more events to give.</summary>
    private static bool IsDone(ScheduleEntry entry, Operation operation) =>
        entry.Events is not null && operation.Next.Kind == EventKind.End
        && !ScheduleText.Counts(operation.Next);

    private string Obstacle(Operation operation, ScheduleEntry entry)
    {
        var name = operation.Letter;
        if (operation.HasEnded || IsDone(entry, operation))
        {
            return _performed == 0 ? $"{name} has ended by then"
                : $"{name} has only {_performed} of {entry.Events} events left";
        }
        var site = Site.Parse(operation.Next.Site);
        return $"{name} has to wait for {site.Target} ({site}) by then";
    }

    private Operation? DoesNotFit(Execution execution, Operation? operation, string obstacle)
    {
        var entry = _entries[_entry];
        var position = _entry + (schedule.Entries.Count - _entries.Count) + 1;
        execution.Fail(new(FailureKind.ScheduleDoesNotFit,
            operation ?? execution.Operations[0],
            $"the schedule \"{schedule}\" does not fit: at entry {position}, \"{entry}\", {obstacle}",
            null, operation?.Next.Site));
        return null;
    }
}
