namespace Interleavings.Tests.Reporting;

static class RunawayExamples
{
    static Trace Plain() => new Trace("Counter.cs", "A").StartAll().Do("A", EventKind.Begin);

    static Verdict Fails(FailureKind kind, string message, string member, string target) =>
        Broken.With(Plain().Fails(kind, message, "") with
        {
            Operation = 1, Site = Plain().Site(14, target, member),
        }, at: 1);

    public static Verdict Exception_escapes() => Broken.With(Plain().Fails(FailureKind.Exception, "", "") with
    {
        Operation = 1, Site = Plain().Site(14),
        Exception = new InvalidOperationException("Queue empty."),
    }, at: 1);

    public static Verdict Exception_in_async_void() => Broken.With(
        Plain().Fails(FailureKind.AsyncVoid, "", "") with
        {
            Operation = 1, Site = Plain().Site(14), Exception = new InvalidOperationException("Queue empty."),
        }, at: 1);

    public static Verdict Failure_that_nobody_looked_at() => Broken.With(
        Plain().Fails(FailureKind.Unobserved, "", "") with
        {
            Operation = 1, Site = Plain().Site(14), Exception = new InvalidOperationException("Queue empty."),
        }, at: 1);

    public static Verdict Task_left_running() =>
        Fails(FailureKind.LeftRunning, "nobody waits for its end", "Load", "Load()");

    public static Verdict Thread_left_blocked() => LeftBlocked("it never ends");

    public static Verdict Foreground_thread_left_blocked() =>
        LeftBlocked("it never ends, and a foreground thread keeps the process alive");

    static Verdict LeftBlocked(string message)
    {
        var trace = Plain();
        return Broken.With(trace.Fails(FailureKind.LeftRunning, message, "") with
        {
            Operation = 1, Site = trace.Site(14, "stopped", "Counter.Run"),
            Waits = [new(1, EventKind.Await, "stopped", trace.Site(14, "stopped"), -1, null, null)],
        }, at: 1);
    }

    public static Verdict Exception_beside_a_worker_that_has_not_begun()
    {
        var trace = new Trace("Factorials.cs", "A", "B").StartAll().Do("B", EventKind.Begin);
        return Broken.With(trace.Fails(FailureKind.Exception, "", "B") with
        {
            Operation = 2, Site = trace.Site(17), Exception = new ArithmeticException("Too large."),
        }, at: 1);
    }

    public static Verdict Exception_in_one_order_only()
    {
        var trace = new Trace("Queue.cs", "A", "B").StartAll()
            .Do("A", EventKind.ObjectRead, "queue", null, 9)
            .Do("B", EventKind.ObjectWrite, "queue", null, 20);
        return Broken.With(trace.Fails(FailureKind.Exception, "", "A1 B A") with
        {
            Operation = 1, Site = trace.Site(10), Exception = new InvalidOperationException("Queue empty."),
            Deciding = new(3, 4, -1),
        });
    }

    public static Verdict Woken_too_late()
    {
        var trace = new Trace("Buffer.cs", "A", "B", "C").StartAll()
            .Do("C", EventKind.Acquire, "gate", null, 24).Do("C", EventKind.ObjectRead, "items", null, 26)
            .Do("C", EventKind.Wait, "gate", null, 27)
            .Do("A", EventKind.Acquire, "gate", null, 13).Do("A", EventKind.ObjectWrite, "items", null, 17)
            .Do("A", EventKind.Pulse, "gate", null, 18).Do("A", EventKind.Release, "gate", null, 19)
            .Do("B", EventKind.Acquire, "gate", null, 24).Do("B", EventKind.ObjectRead, "items", null, 26)
            .Do("B", EventKind.ObjectWrite, "items", null, 28).Do("B", EventKind.Pulse, "gate", null, 29)
            .Do("B", EventKind.Release, "gate", null, 30)
            .Do("C", EventKind.Wake, "gate", null, 27).Do("C", EventKind.ObjectWrite, "items", null, 28);
        return Broken.With(trace.Fails(FailureKind.Exception, "", "C A B C") with
        {
            Operation = 3, Site = trace.Site(28), Exception = new InvalidOperationException("Queue empty."),
            Deciding = new(11, 16, -1),
        });
    }

    public static Verdict Endless_loop() =>
        Fails(FailureKind.EndlessLoop, "it goes on after 5,000 steps", "Counter.Run", "");

    public static Verdict Endless_recursion() =>
        Fails(FailureKind.EndlessRecursion, "the stack is full", "Counter.Increment", "");

    public static Verdict Stack_full() =>
        Fails(FailureKind.StackFull, "there is no room for 50,000,000 bytes more", "Counter.Run", "");

    public static Verdict Process_exit() =>
        Fails(FailureKind.ProcessExit, "the program called Environment.Exit", "Counter.Run", "Environment.Exit");

    public static Verdict Schedule_does_not_fit() => Broken.With(AssertionExamples.LostUpdateTrace().Fails(
        FailureKind.ScheduleDoesNotFit, "\"C\" at entry 2: there is no such operation; A or B could have run", "A1 C B"));

    public static Verdict Nothing_known_but_the_kind() =>
        Broken.With(new Trace("").Fails(FailureKind.EndlessLoop, "", ""));
}
