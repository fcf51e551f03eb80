using System.ComponentModel;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Async;

/// <summary>Reports are posted: to the context that made the progress, or to the pool.</summary>
public class ProgressTests
{
    [Test]
    public void Each_report_arrives_once()
    {
        var verdict = Explorer.Explore(() =>
        {
            var sum = 0;
            var arrived = new CountdownEvent(2);
            IProgress<int> progress = new Progress<int>(i =>
            {
                Interlocked.Add(ref sum, i);
                arrived.Signal();
            });
            progress.Report(1);
            progress.Report(2);
            arrived.Wait();
            sum.ShouldBe(3);
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void Two_reports_may_arrive_in_either_order()
    {
        var verdict = Explorer.Explore(() =>
        {
            var last = 0;
            var arrived = new CountdownEvent(2);
            IProgress<int> progress = new Progress<int>(i =>
            {
                Volatile.Write(ref last, i);
                arrived.Signal();
            });
            progress.Report(1);
            progress.Report(2);
            arrived.Wait();
            last.ShouldBe(2);
        });

        Kind(verdict).ShouldBe(FailureKind.Assertion, verdict.ToString());
    }

    [Test]
    public void Two_handlers_run_beside_each_other()
    {
        var verdict = Explorer.Explore(() =>
        {
            var sum = 0;
            var arrived = new CountdownEvent(2);
            IProgress<int> progress = new Progress<int>(i =>
            {
                sum += i;
                arrived.Signal();
            });
            progress.Report(1);
            progress.Report(2);
            arrived.Wait();
            sum.ShouldBe(3);
        });

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
    }

    [Test]
    public void A_report_that_is_not_waited_for_may_come_later()
    {
        var verdict = Explorer.Explore(() =>
        {
            var seen = 0;
            ((IProgress<int>)new Progress<int>(i => Volatile.Write(ref seen, i))).Report(1);
            Volatile.Read(ref seen).ShouldBe(1);
        });

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
    }

    [Test]
    public void A_handler_that_fails_breaks_the_program()
    {
        var verdict = Explorer.Explore(() => ((IProgress<int>)new Progress<int>(
            _ => throw new InvalidOperationException("in the handler"))).Report(1));

        Kind(verdict).ShouldBe(FailureKind.Exception, verdict.ToString());
        verdict.Failure!.Message.ShouldBe("in the handler");
    }

    [Test]
    public void A_context_of_the_programs_own_gets_the_reports()
    {
        var verdict = Explorer.Explore(() =>
        {
            var queue = new PostQueue();
            var before = SynchronizationContext.Current;
            SynchronizationContext.SetSynchronizationContext(queue);
            var seen = new List<int>();
            IProgress<int> progress = new Progress<int>(seen.Add);
            SynchronizationContext.SetSynchronizationContext(before);
            progress.Report(1);
            progress.Report(2);
            seen.ShouldBeEmpty();
            while (queue.Posted.TryDequeue(out var posted)) posted();
            seen.ShouldBe([1, 2]);
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_derived_class_sees_the_report_first()
    {
        var verdict = Explorer.Explore(() =>
        {
            var arrived = new ManualResetEventSlim();
            var progress = new Noting(_ => arrived.Set());
            ((IProgress<int>)progress).Report(1);
            progress.Noted.ShouldBe([1]);
            arrived.Wait();
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_handler_that_is_added_too_late_misses_the_report()
    {
        var verdict = Explorer.Explore(() =>
        {
            var arrived = new ManualResetEventSlim();
            var progress = new Progress<int>();
            var reporter = new Thread(() => ((IProgress<int>)progress).Report(1));
            reporter.Start();
            progress.ProgressChanged += (_, _) => arrived.Set();
            arrived.Wait();
            reporter.Join();
        });

        Kind(verdict).ShouldBe(FailureKind.Deadlock, verdict.ToString());
    }

    [Test]
    public void A_post_of_an_async_operation_goes_to_the_pool()
    {
        var verdict = Explorer.Explore(() =>
        {
            var ended = new ManualResetEventSlim();
            var seen = 0;
            var operation = AsyncOperationManager.CreateOperation(null);
            operation.Post(_ => Volatile.Write(ref seen, 1), null);
            operation.PostOperationCompleted(_ => ended.Set(), null);
            ended.Wait();
            Volatile.Read(ref seen).ShouldBe(1);
        });

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
    }

    [Test]
    public void An_async_operation_that_has_completed_takes_no_more()
    {
        var verdict = Explorer.Explore(() =>
        {
            var operation = AsyncOperationManager.CreateOperation(null);
            operation.PostOperationCompleted(_ => { }, null);
            Should.Throw<InvalidOperationException>(() => operation.Post(_ => { }, null));
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_captured_context_brings_its_values_back()
    {
        var verdict = Explorer.Explore(() =>
        {
            var local = new AsyncLocal<int> { Value = 1 };
            var captured = ExecutionContext.Capture()!;
            local.Value = 2;
            var seen = 0;
            ExecutionContext.Run(captured, _ => seen = local.Value, null);
            seen.ShouldBe(1);
            local.Value.ShouldBe(2);
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static FailureKind? Kind(Verdict verdict) => verdict.Failure?.Kind;

    private sealed class Noting(Action<int> handler) : Progress<int>(handler)
    {
        internal List<int> Noted { get; } = [];

        protected override void OnReport(int value)
        {
            Noted.Add(value);
            base.OnReport(value);
        }
    }

    private sealed class PostQueue : SynchronizationContext
    {
        internal Queue<Action> Posted { get; } = [];

        public override void Post(SendOrPostCallback d, object? state) =>
            Posted.Enqueue(() => d(state));
    }
}
