namespace Interleavings.Tests.Reporting;

static class DeadlockExamples
{
    static Verdict Deadlock(Trace trace, params Wait[] waits) => Broken.With(
        trace.Fails(FailureKind.Deadlock, "deadlock", "A1 B") with { Waits = waits }, at: 3);

    [Claim("Opposite transfers both end")]
    public static Verdict Two_locks_in_opposite_order()
    {
        var trace = new Trace("10-Deadlock/Bank.cs", "A", "B").StartAll()
            .Do("A", EventKind.Acquire, "from", null, 21)
            .Do("B", EventKind.Acquire, "from@2", null, 21);
        return Deadlock(trace,
            trace.Waits("main", EventKind.Join, "A", 40, holder: "A"),
            trace.Waits("A", EventKind.Acquire, "to", 22, "B", 21, "from"),
            trace.Waits("B", EventKind.Acquire, "to", 22, "A", 21, "from"));
    }

    public static Verdict Thread_pool_starvation()
    {
        var trace = new Trace("Orders.cs", "A", "B", "C").StartAll()
            .Do("A", EventKind.TakeThread, "Run", null, 12).Do("B", EventKind.TakeThread, "Run", null, 12);
        return Broken.With(
            trace.Fails(FailureKind.ThreadPoolStarvation, "every thread of the pool is blocked", "A B") with
            {
                Waits =
                [
                    trace.Waits("main", EventKind.AwaitTask, "all", 20),
                    trace.Waits("A", EventKind.AwaitTask, "price", 14) with { HasPoolThread = true },
                    trace.Waits("B", EventKind.AwaitTask, "price", 14) with { HasPoolThread = true },
                    trace.Waits("C", EventKind.TakeThread, "Run", 13),
                ],
            }, at: 1);
    }

    static Verdict Philosophers(int count)
    {
        string[] letters = [.. Enumerable.Range(0, count).Select(i => $"{(char)('A' + i)}")];
        var trace = new Trace("Table.cs", letters).StartAll();
        foreach (var (i, letter) in letters.Index())
            trace.Do(letter, EventKind.Acquire, $"fork[{i}]", null, 12);
        return Deadlock(trace, [.. letters.Select((letter, i) => trace.Waits(letter, EventKind.Acquire,
            $"fork[{(i + 1) % count}]", 13, letters[(i + 1) % count], 12, $"fork[{(i + 1) % count}]"))]);
    }

    public static Verdict Three_philosophers() => Philosophers(3);

    public static Verdict Eight_philosophers() => Philosophers(8);

    public static Verdict Barrier_that_lacks_arrivals()
    {
        var trace = new Trace("02-ThreeWorkers/Workers.cs", "A").StartAll()
            .Do("A", EventKind.Begin).Do("A", EventKind.Arrive, "meeting", null, 30);
        return Deadlock(trace,
            trace.Waits("main", EventKind.Join, "A", 14),
            trace.Waits("A", EventKind.AwaitPhase, "meeting", 30, details: "1 of 3 have arrived")
                with { Expected = 3 });
    }

    public static Verdict Barrier_under_a_lock()
    {
        var trace = new Trace("PrimeSearch.cs", "A", "B").StartAll()
            .Do("B", EventKind.Acquire, "gate", null, 18).Do("B", EventKind.Arrive, "meeting", null, 30);
        return Deadlock(trace,
            trace.Waits("main", EventKind.Join, "A", 25),
            trace.Waits("A", EventKind.Acquire, "gate", 18, "B", 18),
            trace.Waits("B", EventKind.AwaitPhase, "meeting", 30, details: "1 of 2 have arrived")
                with { Expected = 2 });
    }

    public static Verdict Barrier_that_one_has_left()
    {
        var trace = new Trace("Rounds.cs", "A", "B").StartAll()
            .Do("B", EventKind.Begin).Do("B", EventKind.End)
            .Do("A", EventKind.Begin).Do("A", EventKind.Arrive, "meeting", null, 30);
        return Deadlock(trace,
            trace.Waits("main", EventKind.Join, "A", 14),
            trace.Waits("A", EventKind.AwaitPhase, "meeting", 30, details: "1 of 2 have arrived")
                with { Expected = 2 });
    }

    public static Verdict Join_of_a_thread_never_started()
    {
        var trace = new Trace("02-ThreeWorkers/Workers.cs", "A=Ada").Do("main", EventKind.Begin);
        return Deadlock(trace, trace.Waits("main", EventKind.Join, "Ada", 14, holder: "A"));
    }

    public static Verdict Join_while_holding_the_lock()
    {
        var trace = new Trace("Bank.cs", "A").Do("main", EventKind.Begin).Do("main", EventKind.Start, "A")
            .Do("main", EventKind.Acquire, "gate", null, 10).Do("A", EventKind.Begin);
        return Deadlock(trace,
            trace.Waits("main", EventKind.Join, "A", 12),
            trace.Waits("A", EventKind.Acquire, "gate", 20, "main", 10));
    }

    public static Verdict Lock_never_given_back()
    {
        var trace = new Trace("Bank.cs", "A", "B").StartAll()
            .Do("A", EventKind.Begin).Do("A", EventKind.Acquire, "gate", null, 10).Do("A", EventKind.End)
            .Do("B", EventKind.Begin);
        return Deadlock(trace,
            trace.Waits("main", EventKind.Join, "B", 40),
            trace.Waits("B", EventKind.Acquire, "gate", 10, "A", 10));
    }

    public static Verdict Wait_for_what_it_holds_itself()
    {
        var trace = new Trace("Gate.cs", "A").StartAll()
            .Do("A", EventKind.Begin).Do("A", EventKind.Acquire, "gate", null, 10);
        return Deadlock(trace, trace.Waits("A", EventKind.Acquire, "gate", 11, "A", 10));
    }

    public static Verdict Deadlock_without_details() => Deadlock(new Trace("", "A"));

    public static Verdict Lost_wake_up()
    {
        var trace = new Trace("11-Signal/Gate.cs", "A", "B").StartAll()
            .Do("B", EventKind.Begin).Do("B", EventKind.Acquire, "gate", null, 20)
            .Do("B", EventKind.Pulse, "gate", null, 21).Do("B", EventKind.Release, "gate", null, 22)
            .Do("B", EventKind.End).Do("A", EventKind.Begin)
            .Do("A", EventKind.Acquire, "gate", null, 12).Do("A", EventKind.Wait, "gate", null, 13);
        return Broken.With(trace.Fails(FailureKind.LostWakeUp, "nobody is left to pulse", "B A") with
        {
            Waits =
            [
                trace.Waits("main", EventKind.Join, "A", 40, holder: "A"),
                trace.Waits("A", EventKind.Wake, "gate", 13,
                    details: "the pulse at Gate.cs:21 came before it waited"),
            ],
        });
    }

    public static Verdict Livelock()
    {
        var trace = new Trace("Signal.cs", "A", "B").StartAll()
            .Reads("A", "turn", "2", 9).Reads("B", "turn", "2", 19);
        return Broken.With(trace.Fails(FailureKind.Livelock, "all spin", "A B") with
        {
            Waits = [trace.Waits("A", EventKind.Spin, "turn", 9), trace.Waits("B", EventKind.Spin, "turn", 19)],
        });
    }

    public static Verdict Livelock_of_those_who_step_aside()
    {
        var trace = new Trace("Forks.cs", "A", "B").StartAll()
            .Do("A", EventKind.Acquire, "left", null, 9).Do("B", EventKind.Acquire, "right", null, 9)
            .Do("A", EventKind.TryAcquire, "right", "not yet", 10)
            .Do("B", EventKind.TryAcquire, "left", "not yet", 10)
            .Do("A", EventKind.Release, "left", null, 11).Do("B", EventKind.Release, "right", null, 11);
        return Broken.With(trace.Fails(FailureKind.Livelock, "", "(A1 B1 A1 B1 A1 B1)*") with { RepeatsFrom = 3 });
    }
}
