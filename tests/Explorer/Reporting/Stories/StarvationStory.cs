namespace Interleavings.Reporting;

/// <summary>A pool with a bounded number of threads, all of them blocked.</summary>
static class StarvationStory
{
    public static Story Of(Case told)
    {
        var blocked = told.Failure.Waits.Where(w => w.HasPoolThread).ToList();
        string[] queued = [.. told.Failure.Waits.Where(w => w.Kind == EventKind.TakeThread)
            .Select(w => told.Names.Short(w.Operation))];
        return new(
            "thread-pool starvation: every thread of the pool is blocked, and work is queued",
            [
                .. new WaitSentences(told).Of(blocked),
                $"{Names.List(queued)} {(queued.Length == 1 ? "is" : "are")} queued:"
                    + " no thread is free.",
            ],
            "await instead of blocking; or give the work that blocks a thread of its own"
                + " (TaskCreationOptions.LongRunning).");
    }
}
