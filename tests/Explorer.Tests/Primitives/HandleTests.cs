using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Primitives;

/// <summary>Mutexes and semaphores of the operating system that have no name.</summary>
public class HandleTests
{
    private static IEnumerable<TestCaseData> Mutexes()
    {
        yield return Judged.Holds("one at a time", () =>
        {
            using var mutex = new Mutex();
            var count = 0;
            Threads.Run(2, _ => { mutex.WaitOne(); count++; mutex.ReleaseMutex(); });
            count.ShouldBe(2);
        });
        yield return Judged.Fails("nobody waits", () =>
        {
            using var mutex = new Mutex();
            var count = 0;
            Threads.Run(2, _ => { if (mutex.WaitOne(0)) { count++; mutex.ReleaseMutex(); } });
            count.ShouldBe(2);
        }, FailureKind.Assertion);
        yield return Judged.Holds("its owner enters again", () =>
        {
            using var mutex = new Mutex(true);
            mutex.WaitOne();
            var other = new Thread(() => mutex.WaitOne(0).ShouldBeFalse());
            mutex.ReleaseMutex();
            other.Start();
            other.Join();
            mutex.ReleaseMutex();
        });
        yield return Judged.Fails("another thread releases it", () =>
        {
            using var mutex = new Mutex(true);
            Threads.Run(mutex.ReleaseMutex);
        }, FailureKind.Exception);
        yield return Judged.Fails("another thread may go on after an await", async () =>
        {
            using var mutex = new Mutex();
            await Task.Run(async () =>
            {
                mutex.WaitOne();
                await Task.Delay(1);
                mutex.ReleaseMutex();
            });
        }, FailureKind.Exception);
        yield return Judged.Fails("it is abandoned", () =>
        {
            using var mutex = new Mutex();
            Threads.Run(() => mutex.WaitOne());
            mutex.WaitOne();
        }, FailureKind.Exception);
        yield return Judged.Holds("who is told of that owns it", () =>
        {
            using var mutex = new Mutex();
            Threads.Run(() => mutex.WaitOne());
            Should.Throw<AbandonedMutexException>(() => mutex.WaitOne());
            mutex.ReleaseMutex();
            mutex.WaitOne(0).ShouldBeTrue();
            mutex.ReleaseMutex();
        });
        yield return Judged.Fails("in opposite orders", () =>
        {
            using var one = new Mutex();
            using var two = new Mutex();
            Threads.Run(() => Both(one, two), () => Both(two, one));
        }, FailureKind.Deadlock);
        yield return Judged.Holds("both at once", () =>
        {
            using var one = new Mutex();
            using var two = new Mutex();
            Threads.Run(() => BothAtOnce(one, two), () => BothAtOnce(two, one));
        });
    }

    private static IEnumerable<TestCaseData> Semaphores()
    {
        yield return Judged.Holds("two of three", () =>
        {
            using var semaphore = new Semaphore(2, 2);
            var inside = 0;
            Threads.Run(3, _ =>
            {
                semaphore.WaitOne();
                Interlocked.Increment(ref inside).ShouldBeLessThanOrEqualTo(2);
                Interlocked.Decrement(ref inside);
                semaphore.Release();
            });
        });
        yield return Judged.Fails("one too many", () =>
        {
            using var semaphore = new Semaphore(2, 3);
            var inside = 0;
            Threads.Run(2, _ =>
            {
                semaphore.WaitOne();
                Interlocked.Increment(ref inside).ShouldBe(1);
                Interlocked.Decrement(ref inside);
                semaphore.Release();
            });
        }, FailureKind.Assertion);
        yield return Judged.Fails("released beyond its maximum", () =>
        {
            using var semaphore = new Semaphore(0, 1);
            Threads.Run(2, _ => semaphore.Release());
        }, FailureKind.Exception);
        yield return Judged.Holds("released several times at once", () =>
        {
            using var semaphore = new Semaphore(0, 2);
            var first = new Thread(() => semaphore.WaitOne());
            first.Start();
            semaphore.Release(2).ShouldBe(0);
            semaphore.WaitOne();
            first.Join();
        });
        yield return Judged.Fails("nobody releases it", () =>
        {
            using var semaphore = new Semaphore(0, 1);
            semaphore.WaitOne();
        }, FailureKind.Deadlock, FailureKind.LostWakeUp);
    }

    [TestCaseSource(nameof(Mutexes))]
    public void A_mutex(Func<Verdict> explore, FailureKind[] kinds) => Judged.Judge(explore, kinds);

    [TestCaseSource(nameof(Semaphores))]
    public void A_semaphore(Func<Verdict> explore, FailureKind[] kinds) => Judged.Judge(explore, kinds);

    [Test]
    public void One_with_a_name_is_for_several_processes()
    {
        Explorer.Explore(() => _ = new Mutex(false, "katas")).Outcome.ShouldBe(Outcome.Refused);
        Explorer.Explore(() => _ = new Semaphore(1, 1, "katas")).Outcome.ShouldBe(Outcome.Refused);
    }

    private static void Both(Mutex first, Mutex second)
    {
        first.WaitOne();
        second.WaitOne();
        second.ReleaseMutex();
        first.ReleaseMutex();
    }

    private static void BothAtOnce(Mutex first, Mutex second)
    {
        WaitHandle.WaitAll([first, second]);
        second.ReleaseMutex();
        first.ReleaseMutex();
    }
}
