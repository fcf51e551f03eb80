using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

// With a value for each worker, which goes with it from iteration to iteration.
internal sealed partial class ParallelLoop
{
    /// <summary>
    /// A worker is an operation: it takes one iteration after the other, as long as there are any. So
    /// all ways are tried to share them out.
    /// </summary>
    internal ParallelLoopResult Run<TLocal>(Operation operation, int count, Func<TLocal> first,
        Func<int, TLocal, TLocal> body, Action<TLocal> last)
    {
        var workers = _degree < 0 ? count : Math.Min(_degree, count);
        var shared = new Shared<TLocal>(this, operation, count, count > workers, first, body, last);
        if (workers < 2 && !shared.Relieves)
        {
            shared.Work();
            return Finish(operation, []);
        }
        operation.Execution.HasSharedOut = true;
        List<Action> works = [.. Enumerable.Repeat(shared.Work, workers)];
        if (shared.Relieves)
        {
            works[0] = shared.WorkUntilRelieved;
            works.Add(shared.Relieve);
        }
        var parts = new Completion[works.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Completion.New(operation, new object(), false, _site);
            var work = works[i];
            Callback.Start(operation, null, () =>
            {
                TakeThread(Hook.Current!);
                work();
            }, false, false, parts[i], _site);
        }
        return Finish(operation, parts);
    }

    /// <summary>
    /// The iterations that workers share out. The degree bounds how many tasks run at once; over its
    /// lifetime a loop may use more, for .NET lets a task that has run for long end between two
    /// iterations, and another take its place (<c>TaskReplicator.cs</c>). So one more asks to relieve
    /// the first. Which one it relieves makes no difference, for they are alike. That is done where the
    /// number of workers can be told: where others see their first or their last step.
    /// </summary>
    private sealed class Shared<TLocal>(ParallelLoop loop, Operation caller, int count,
        bool hasMoreThanWorkers, Func<TLocal> first, Func<int, TLocal, TLocal> body, Action<TLocal> last)
    {
        private const long Relieved = 1;
        private const long Ended = 2;

        private readonly Location _taken = Named(caller);

        /// <summary>Above 0 from the moment when the first worker is to be relieved.</summary>
        private readonly Location _asked = Named(caller);

        /// <summary>How the first worker has ended.</summary>
        private readonly Location _end = Named(caller);

        internal bool Relieves => hasMoreThanWorkers && caller.Execution.Insight.RelievesWorkers;

        internal void Work() => Work(static () => false);

        internal void WorkUntilRelieved()
        {
            var operation = Hook.Current!;
            var isRelieved = Work(() => Primitive.Read(operation, _asked, loop._site) > 0);
            Primitive.Write(operation, _end, EventKind.Give, releases: true, loop._site);
            _end.State = isRelieved ? Relieved : Ended;
        }

        /// <summary>Asks for the place of the first worker, and works once it has it.</summary>
        internal void Relieve()
        {
            var operation = Hook.Current!;
            Primitive.Write(operation, _asked, EventKind.Signal, releases: false, loop._site);
            _asked.State++;
            Execution.Announce(operation, EventKind.Permit, loop._site);
            ref var next = ref operation.Next;
            (next.Location, next.Mode) = (_end, AccessMode.Read);
            next.Guard = Guard.Above;
            next.Acquires = true;
            operation.Execution.Perform(operation);
            if (_end.State == Relieved) Work();
        }

        private bool Work(Func<bool> isRelieved)
        {
            var operation = Hook.Current!;
            var (hasValue, value, hasEnded) = (false, default(TLocal)!, false);
            while (!hasEnded && TakeOne(operation) is { } index)
            {
                loop.Iterate(operation, index, i =>
                {
                    if (!hasValue) (value, hasValue) = (First(operation), true);
                    value = body(i, value);
                });
                hasEnded = isRelieved();
            }
            if (hasValue) Last(operation, value);
            return hasEnded;
        }

        private TLocal First(Operation operation)
        {
            var before = operation.LastEvent;
            var value = first();
            MayBeSeen(operation, before);
            return value;
        }

        private void Last(Operation operation, TLocal value)
        {
            var before = operation.LastEvent;
            try
            {
                last(value);
            }
            catch (Exception exception) when (exception is not Unwinding)
            {
                loop.Fails(operation, exception);
            }
            MayBeSeen(operation, before);
        }

        private void MayBeSeen(Operation operation, int before)
        {
            if (operation.LastEvent == before || !hasMoreThanWorkers || Relieves) return;
            throw operation.Execution.Learns(insight => insight.RelievesWorkers = true);
        }

        private int? TakeOne(Operation operation)
        {
            Execution.Announce(operation, EventKind.Take, loop._site);
            (operation.Next.Location, operation.Next.Mode) = (_taken, AccessMode.Write);
            operation.Execution.Perform(operation);
            return _taken.State < count ? (int)_taken.State++ : null;
        }

        private static Location Named(Operation operation) =>
            operation.Execution.Memory.Of(new object(), LocationName.Model, operation);
    }
}
