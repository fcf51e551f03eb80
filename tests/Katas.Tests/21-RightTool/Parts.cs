using System.Collections.Concurrent;
using Katas.RightTool;

namespace Katas.Tests;

/// <summary>The parts of a job, done for real by one tool or another, and counted.</summary>
sealed class Parts(Job job)
{
    const int Numbers = 20_000;

    readonly ConcurrentDictionary<int, bool> _threads = [];
    readonly Meeting _meeting = new(job.Parts);
    int _underWay, _peak, _done;

    internal int Threads => _threads.Count;

    internal int Processes { get; private set; }

    internal int Peak => _peak;

    internal int Done => _done;

    /// <summary>In other processes, as far as they came to an end.</summary>
    internal TimeSpan ProcessorElsewhere { get; private set; }

    /// <summary>Returns when all parts have ended.</summary>
    internal void DoneBy(Tool tool)
    {
        switch (tool)
        {
            case Tool.Call:
                // Nobody to meet: the next one begins when this one has ended.
                for (var i = 0; i < job.Parts; i++) Counted(() => { });
                break;
            case Tool.Threads:
                ByThreads();
                break;
            case Tool.Tasks:
                Task.WhenAll(Enumerable.Range(0, job.Parts).Select(_ => Async())).Wait();
                break;
            case Tool.Processes:
                ByProcesses();
                break;
        }
    }

    void ByThreads()
    {
        var threads = new Thread[job.Parts];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() => Counted(() => _meeting.Arrive().Wait()));
            threads[i].Start();
        }
        foreach (var thread in threads) thread.Join();
    }

    async Task Async()
    {
        Begin();
        // Neither computing nor a call that blocks has an await at which it would let the next begin.
        if (job is { Limit: Limit.Waiting, Blocks: false }) await _meeting.Arrive();
        End();
    }

    void Counted(Action meet)
    {
        Begin();
        meet();
        End();
    }

    void ByProcesses()
    {
        // It ends them, whatever happens.
        using var nursery = new Nursery();
        var guests = new List<Guest>();
        for (var i = 0; i < job.Parts; i++)
        {
            guests.Add(Guest.Start(nursery, $"guest{i + 1}"));
            Begin();
        }
        Processes = guests.Select(guest => guest.Id).Distinct().Count();
        foreach (var guest in guests)
        {
            var crashes = job.NeedsIsolation && guest == guests[0];
            if (guest.Answers(crashes ? "crash 7" : "square 7"))
            {
                _done++;
                ProcessorElsewhere += guest.Processor;
            }
            guest.Dispose();
        }
    }

    void Begin()
    {
        _threads[Environment.CurrentManagedThreadId] = true;
        var underWay = Interlocked.Increment(ref _underWay);
        for (var peak = _peak; peak < underWay; peak = _peak)
            if (Interlocked.CompareExchange(ref _peak, underWay, peak) == peak) break;
    }

    void End()
    {
        _threads[Environment.CurrentManagedThreadId] = true;
        if (job.Limit == Limit.Processor) Compute();
        Interlocked.Increment(ref _done);
        Interlocked.Decrement(ref _underWay);
    }

    static void Compute()
    {
        var primes = 0;
        for (var n = 2; n < Numbers; n++)
            if (Katas.Primes.TrialDivision.IsPrime(n)) primes++;
        if (primes != 2262) throw new ArithmeticException($"{primes} primes up to {Numbers}");
    }
}
