using System.Collections.Concurrent;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Primitives;

/// <summary>What disposal does to a wait that has begun, and to work that was left behind.</summary>
public class DisposalWaitTests
{
    private static IEnumerable<TestCaseData> Programs()
    {
        yield return Judged.Fails("a semaphore's wait goes on for ever", () =>
        {
            var permits = new SemaphoreSlim(0);
            Threads.Run(() => Tolerant(() => permits.Wait()), permits.Dispose);
        }, FailureKind.Deadlock);
        yield return Judged.Fails("a semaphore's wait may not have begun", () =>
        {
            var permits = new SemaphoreSlim(0);
            Threads.Run(() => permits.Wait(), permits.Dispose);
        }, FailureKind.Exception);
        yield return Judged.Fails("a countdown's wait goes on for ever", () =>
        {
            var left = new CountdownEvent(1);
            Threads.Run(() => Tolerant(left.Wait), left.Dispose);
        }, FailureKind.Deadlock);
        yield return Judged.Fails("an event's wait goes on for ever", () =>
        {
            var gate = new ManualResetEvent(false);
            Threads.Run(() => Tolerant(() => gate.WaitOne()), gate.Dispose);
        }, FailureKind.Deadlock);
        yield return Judged.Fails("a wait for either of two goes on for ever", () =>
        {
            var (one, two) = (new AutoResetEvent(false), new AutoResetEvent(false));
            Threads.Run(() => Tolerant(() => WaitHandle.WaitAny([one, two])), two.Dispose);
        }, FailureKind.Deadlock);
        yield return Judged.Fails("a wait for an item goes on for ever", () =>
        {
            var items = new BlockingCollection<int>();
            Threads.Run(() => Tolerant(() => items.Take()), items.Dispose);
        }, FailureKind.Deadlock);
        yield return Judged.Holds("a slim event's wait is ended by a later Set", () =>
        {
            var gate = new ManualResetEventSlim();
            Threads.Run(() => Tolerant(() => gate.Wait()), () => { gate.Dispose(); gate.Set(); });
        });
        yield return Judged.Holds("a barrier's participants ask again", () =>
        {
            var barrier = new Barrier(2);
            Threads.Run(() => Tolerant(() => barrier.SignalAndWait()), barrier.Dispose);
        });
        yield return Judged.Holds("a limit ends the wait all the same", () =>
        {
            var permits = new SemaphoreSlim(0);
            Threads.Run(() => Tolerant(() => permits.Wait(10)), permits.Dispose);
        });
        yield return Judged.Fails("a lock is not disposed of while a reader waits", () =>
        {
            var gate = new ReaderWriterLockSlim();
            Threads.Run(
                () => { gate.EnterWriteLock(); gate.ExitWriteLock(); },
                () => Tolerant(() => { gate.EnterReadLock(); gate.ExitReadLock(); }),
                gate.Dispose);
        }, FailureKind.Exception);
        yield return Judged.Fails("a late Set of an event in a using statement", () =>
        {
            Thread late;
            using (var done = new AutoResetEvent(false))
            {
                late = new(() => done.Set());
                late.Start();
                done.WaitOne(50);
            }
            late.Join();
        }, FailureKind.Exception);
        yield return Judged.Holds("a Set before the end of the using statement", () =>
        {
            using var done = new AutoResetEvent(false);
            var setter = new Thread(() => done.Set());
            setter.Start();
            done.WaitOne(50);
            setter.Join();
        });
        yield return Judged.Fails("a late Take in a using statement", () =>
        {
            Thread late;
            using (var items = new BlockingCollection<int> { 1 })
            {
                late = new(() => items.Take());
                late.Start();
            }
            late.Join();
        }, FailureKind.Exception);
        yield return Judged.Fails("a late value of a thread-local in a using statement", () =>
        {
            Thread late;
            using (var local = new ThreadLocal<int>(() => 1))
            {
                late = new(() => _ = local.Value);
                late.Start();
            }
            late.Join();
        }, FailureKind.Exception);
        yield return Judged.Fails("the handle of a token whose source is disposed of", () =>
        {
            var source = new CancellationTokenSource();
            var handle = source.Token.WaitHandle;
            Threads.Run(() => handle.WaitOne(0), source.Dispose);
        }, FailureKind.Exception);
        yield return Judged.Holds("disposed of after all have joined", () =>
        {
            using var permits = new SemaphoreSlim(1);
            using var gate = new ReaderWriterLockSlim();
            Threads.Run(2, _ =>
            {
                permits.Wait();
                gate.EnterWriteLock();
                gate.ExitWriteLock();
                permits.Release();
            });
        });
    }

    private static IEnumerable<TestCaseData> Linked()
    {
        yield return Judged.Holds("disposal of a linked source waits for its callbacks", () =>
        {
            using var source = new CancellationTokenSource();
            var inside = 0;
            var linked = CancellationTokenSource.CreateLinkedTokenSource(source.Token);
            linked.Token.Register(() => { inside++; inside--; });
            Threads.Run(source.Cancel, () => { linked.Dispose(); inside.ShouldBe(0); });
        });
        yield return Judged.Holds("disposal in its own callback does not wait", () =>
        {
            using var source = new CancellationTokenSource();
            var linked = CancellationTokenSource.CreateLinkedTokenSource(source.Token);
            linked.Token.Register(linked.Dispose);
            source.Cancel();
        });
        yield return Judged.Fails("disposal in a lock that the callback takes", () =>
        {
            using var source = new CancellationTokenSource();
            var gate = new object();
            var linked = CancellationTokenSource.CreateLinkedTokenSource(source.Token);
            linked.Token.Register(() => { lock (gate) { } });
            Threads.Run(source.Cancel, () => { lock (gate) linked.Dispose(); });
        }, FailureKind.Deadlock);
        yield return Judged.Holds("once disposed of, it is not cancelled", () =>
        {
            using var source = new CancellationTokenSource();
            var linked = CancellationTokenSource.CreateLinkedTokenSource(source.Token);
            var token = linked.Token;
            linked.Dispose();
            source.Cancel();
            token.IsCancellationRequested.ShouldBeFalse();
        });
        yield return Judged.Fails("it may be cancelled before it is disposed of", () =>
        {
            using var source = new CancellationTokenSource();
            var linked = CancellationTokenSource.CreateLinkedTokenSource(source.Token);
            var token = linked.Token;
            Threads.Run(source.Cancel, linked.Dispose);
            token.IsCancellationRequested.ShouldBeFalse();
        }, FailureKind.Assertion);
    }

    private static IEnumerable<TestCaseData> Phases()
    {
        yield return Judged.Holds("a participant that is added during the action waits for its end", () =>
        {
            var written = 0;
            var barrier = new Barrier(1, _ => { written++; written++; });
            Threads.Run(
                () => { barrier.SignalAndWait(); barrier.RemoveParticipant(); },
                () => { barrier.AddParticipant(); barrier.SignalAndWait(); (written % 2).ShouldBe(0); barrier.RemoveParticipant(); });
        });
        yield return Judged.Holds("a participant may be removed during the action", () =>
        {
            using var acting = new ManualResetEventSlim();
            using var removed = new ManualResetEventSlim();
            var barrier = new Barrier(2, _ => { acting.Set(); removed.Wait(); });
            Threads.Run(
                () => barrier.SignalAndWait(), () => barrier.SignalAndWait(),
                () => { acting.Wait(); barrier.RemoveParticipant(); removed.Set(); });
            barrier.ParticipantCount.ShouldBe(1);
        });
        yield return Judged.Fails("one that arrives during the action is one too many", () =>
        {
            using var acting = new ManualResetEventSlim();
            var barrier = new Barrier(1, _ => acting.Set());
            Threads.Run(() => barrier.SignalAndWait(), () => { acting.Wait(); barrier.SignalAndWait(); });
        }, FailureKind.Exception);
        yield return Judged.Fails("one that leaves hears of the action that failed", () =>
        {
            var barrier = new Barrier(2, _ => throw new FormatException());
            Threads.Run(() => Tolerant(() => barrier.SignalAndWait()), () => barrier.RemoveParticipant());
        }, FailureKind.Exception);
        yield return Judged.Fails("one may not leave when all the others have arrived and none is left", () =>
        {
            var barrier = new Barrier(1);
            Threads.Run(() => barrier.RemoveParticipant(), () => barrier.SignalAndWait());
        }, FailureKind.Exception);
    }

    [TestCaseSource(nameof(Programs)), TestCaseSource(nameof(Linked)), TestCaseSource(nameof(Phases))]
    public void Is_judged(Func<Verdict> explore, FailureKind[] kinds) => Judged.Judge(explore, kinds);

    private static void Tolerant(Action call)
    {
        try
        {
            call();
        }
        catch (ObjectDisposedException)
        {
            // Too late.
        }
        catch (BarrierPostPhaseException)
        {
            // The action failed.
        }
    }
}
