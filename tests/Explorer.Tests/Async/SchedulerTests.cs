using System.Threading.Channels;
using NUnit.Framework;
using static Interleavings.Tests.Async.Places;

namespace Interleavings.Tests.Async;

/// <summary>What goes on in a scheduler of the program's own: when it is queued, and when it is asked.</summary>
public class SchedulerTests
{
    [TestCase(TaskCreationOptions.None)]
    [TestCase(TaskCreationOptions.RunContinuationsAsynchronously)]
    public void What_continues_in_a_scheduler_is_queued_at_once(TaskCreationOptions options)
    {
        BothWays(() =>
        {
            var queue = new Queueing();
            var ready = new TaskCompletionSource(options);
            var next = ready.Task.ContinueWith(_ => { }, queue);
            var unfit = ready.Task.ContinueWith(_ => { }, default, TaskContinuationOptions.OnlyOnFaulted, queue);
            var source = new CancellationTokenSource();
            var cancelled = ready.Task.ContinueWith(_ => { }, source.Token, default, queue);
            source.Cancel();
            AsyncPrograms.Check(cancelled.IsCanceled);
            ready.SetResult();
            AsyncPrograms.Check(unfit.IsCanceled);
            AsyncPrograms.Check(queue.RunNext());
            AsyncPrograms.Check(next.IsCompleted);
            AsyncPrograms.Check(!queue.RunNext());
        });
    }

    /// <summary>What completes it: a thread, the pool, or a task that has a thread of its own.</summary>
    [TestCase("thread", false), TestCase("pool", true), TestCase("long", false)]
    public void A_scheduler_is_asked_on_the_pool_only(string where, bool runsHere)
    {
        BothWays(() =>
        {
            var queue = new Queueing { RunsInline = true };
            var ready = new TaskCompletionSource();
            var all = In(queue, async () => await ready.Task);
            var ranHere = false;
            var thread = new Thread(Completes);
            var options = where == "long" ? TaskCreationOptions.LongRunning : TaskCreationOptions.None;
            if (where == "thread") thread.Start();
            else Task.Factory.StartNew(Completes, default, options, TaskScheduler.Default).Wait();
            if (where == "thread") thread.Join();
            AsyncPrograms.Check(ranHere == runsHere);
            while (queue.RunNext()) { }

            void Completes()
            {
                ready.SetResult();
                ranHere = all.IsCompleted;
            }
        });
    }

    [TestCase(TaskCreationOptions.None, "2|1A")]
    [TestCase(TaskCreationOptions.RunContinuationsAsynchronously, "|A12")]
    public void What_continues_in_a_scheduler_goes_before_who_awaits(TaskCreationOptions options, string order)
    {
        BothWays(() =>
        {
            var log = "";
            var (queue, eager) = (new Queueing(), new Queueing { RunsInline = true });
            var ready = new TaskCompletionSource(options);
            _ = In(queue, async () => { await ready.Task; log += "A"; });
            _ = ready.Task.ContinueWith(_ => log += "1", queue);
            _ = ready.Task.ContinueWith(
                _ => log += "2", default, TaskContinuationOptions.ExecuteSynchronously, eager);
            ready.SetResult();
            log += "|";
            while (queue.RunNext()) { }
            while (eager.RunNext()) { }
            AsyncPrograms.Check(log == order);
        });
    }

    /// <summary>A channel that runs who waits never asks a scheduler: either it is there, or it queues.</summary>
    [TestCase(true, false), TestCase(false, true)]
    public void A_channel_asks_no_scheduler(bool runsInline, bool isThere)
    {
        BothWays(() =>
        {
            var queue = new Queueing { RunsInline = runsInline };
            var channel = Channel.CreateUnbounded<int>(new() { AllowSynchronousContinuations = true });
            var all = In(queue, async () => await channel.Reader.ReadAsync());
            var ranHere = false;
            if (isThere) _ = In(queue, () => { Writes(); return all; });
            else Task.Run(Writes).Wait();
            AsyncPrograms.Check(ranHere == isThere);
            while (queue.RunNext()) { }

            void Writes()
            {
                channel.Writer.TryWrite(1);
                ranHere = all.IsCompleted;
            }
        });
    }
}
