using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>The finding that matters most is the verdict, in whichever interleaving it is.</summary>
public class SeverityTests
{
    [Test]
    public void A_failed_assertion_outranks_an_unsupported_thread() =>
        Finds(FailureKind.Assertion, () =>
        {
            var count = 0;
            var second = new Thread(() => Add(ref count));
            var third = new Thread(() =>
            {
                Add(ref count);
                second.Join();
                Volatile.Read(ref count).ShouldBe(2);
            });
            second.Start();
            third.Start();
            Threads.Run(Unsupported);
            third.Join();
        });

    [Test]
    public void A_failed_assertion_outranks_what_is_unsupported_in_another_interleaving() =>
        Finds(FailureKind.Assertion, () =>
        {
            var isSet = 0;
            Threads.Run(
                () =>
                {
                    var seen = Volatile.Read(ref isSet);
                    if (seen == 0) Unsupported();
                    seen.ShouldBe(0);
                },
                () => Volatile.Write(ref isSet, 1));
        });

    [Test]
    public void A_data_race_outranks_an_unsupported_thread() =>
        Finds(FailureKind.DataRace, () =>
        {
            var cell = new Programs.Cell();
            Threads.Run(Unsupported, () => cell.N++, () => cell.N++);
        });

    [Test]
    public void A_deadlock_of_two_outranks_a_third_that_is_unsupported() =>
        Finds(FailureKind.Deadlock, () =>
        {
            var (one, other) = (new object(), new object());
            Threads.Run(
                Unsupported,
                () => { lock (one) lock (other) { } },
                () => { lock (other) lock (one) { } });
        });

    [Test]
    public void Waiting_for_an_unsupported_thread_is_no_deadlock()
    {
        var verdict = Explorer.Explore(() =>
        {
            var gate = new object();
            Threads.Run(() => { lock (gate) Unsupported(); }, () => { lock (gate) { } });
        });

        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Refusal!.Member.ShouldStartWith("System.Threading.Mutex");
    }

    [Test]
    public void The_search_goes_on_after_an_unsupported_call_for_so_many_executions()
    {
        var verdict = Explorer.Explore(() =>
        {
            var count = 0;
            Threads.Run(
                Unsupported, () => Add(ref count), () => Add(ref count), () => Add(ref count),
                () => Add(ref count));
        }, new Bounds { AfterRefusal = 30 });

        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Executions.ShouldBe(31);
    }

    [Test]
    public void A_failed_assertion_outranks_a_task_that_is_left_running() =>
        Finds(FailureKind.Assertion, async () =>
        {
            var last = 0;
            var (one, two) = (Write(1), Write(2));
            var first = await Task.WhenAny(one, two);
            (await first).ShouldBe(first == one ? 1 : 2);

            async Task<int> Write(int value)
            {
                Volatile.Write(ref last, value);
                await Task.Delay(1);
                return Volatile.Read(ref last);
            }
        });

    [Test]
    public void A_failed_assertion_outranks_an_exception_that_no_code_looks_at() =>
        Finds(FailureKind.Assertion, async () =>
        {
            var isSet = 0;
            _ = Fails();
            await Task.Yield();
            Volatile.Read(ref isSet).ShouldBe(0);

            async Task Fails()
            {
                await Task.Yield();
                Volatile.Write(ref isSet, 1);
                throw new FormatException();
            }
        });

    [Test]
    public void A_data_race_outranks_a_task_that_is_left_running() =>
        Finds(FailureKind.DataRace, () =>
        {
            var cell = new Programs.Cell();
            _ = Task.Run(() => cell.N++);
            cell.N++;
        });

    [Test]
    public void A_failure_outranks_the_bound_that_ends_the_search()
    {
        var verdict = Explorer.Explore(() =>
        {
            var count = 0;
            Threads.Run(5, _ => Add(ref count));
        }, new Bounds { Executions = 100, CountAll = true });

        verdict.Outcome.ShouldBe(Outcome.Unfinished, verdict.ToString());

        verdict = Explorer.Explore(() =>
        {
            var count = 0;
            Threads.Run(5, _ => Add(ref count));
            Volatile.Read(ref count).ShouldBe(5);
        }, new Bounds { Executions = 100, CountAll = true });

        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
    }

    [Test]
    public void A_search_by_few_preemptions_comes_before_the_bound_is_told()
    {
        // The first hundred executions differ in the order of the last threads only.
        var verdict = Explorer.Explore(SctBench.ReorderVolatile(9), new Bounds { Executions = 100 });

        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
        verdict.Failure.Preemptions.ShouldBe(1);
    }

    private static void Unsupported() => new Mutex(false, "katas").WaitOne();

    private static void Add(ref int count) =>
        Volatile.Write(ref count, Volatile.Read(ref count) + 1);

    private static void Finds(FailureKind kind, Action program) => Found(kind, Explorer.Explore(program));

    private static void Finds(FailureKind kind, Func<Task> program) => Found(kind, Explorer.Explore(program));

    private static void Found(FailureKind kind, Verdict verdict)
    {
        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
        verdict.Failure!.Kind.ShouldBe(kind, verdict.ToString());
    }
}
