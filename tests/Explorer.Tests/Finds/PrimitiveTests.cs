using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>Semaphores, events and countdowns that are used wrongly.</summary>
public class PrimitiveTests
{
    private static IEnumerable<TestCaseData> Stuck()
    {
        yield return Case("a permit never given back", () =>
        {
            var semaphore = new SemaphoreSlim(1);
            Threads.Run(2, _ => semaphore.Wait());
        });
        yield return Case("an event that lets one pass, for two", () =>
        {
            var turn = new AutoResetEvent(false);
            Threads.Run(() => turn.Set(), () => turn.WaitOne(), () => turn.WaitOne());
        });
        yield return Case("two sets of which one is lost", () =>
        {
            var turn = new AutoResetEvent(false);
            Threads.Run(() => turn.Set(), () => turn.Set(), () => { turn.WaitOne(); turn.WaitOne(); });
        });
        yield return Case("a reset that comes too soon", () =>
        {
            var signal = new ManualResetEventSlim();
            Threads.Run(() => { signal.Set(); signal.Reset(); }, () => signal.Wait());
        });
        yield return Case("a signal too few", () =>
        {
            var count = new CountdownEvent(3);
            Threads.Run(() => count.Signal(), () => count.Signal(), () => count.Wait());
        });
        yield return Case("all of two, of which one never comes", () =>
        {
            var (one, two) = (new AutoResetEvent(false), new AutoResetEvent(false));
            Threads.Run(() => one.Set(), () => WaitHandle.WaitAll([one, two]));
        });
    }

    [TestCaseSource(nameof(Stuck))]
    public void A_deadlock(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Failure!.Kind.ShouldBe(FailureKind.Deadlock, verdict.ToString());
        verdict.Failure.Waits.ShouldContain(w => w.Kind == EventKind.Permit || w.Kind == EventKind.Await);
    }

    [Test]
    public void A_semaphore_that_lets_two_in_excludes_nobody()
    {
        var verdict = Explorer.Explore(() => Guarded(new SemaphoreSlim(2)));

        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
        verdict.Failure.Race!.Variable.ShouldBe("count");
    }

    [Test]
    public void A_countdown_signalled_too_often()
    {
        var verdict = Explorer.Explore(() =>
        {
            var count = new CountdownEvent(1);
            Threads.Run(() => count.Signal(), () => count.Signal());
        });

        verdict.Failure!.Exception.ShouldBeOfType<InvalidOperationException>();
    }

    [Test]
    public void A_semaphore_disposed_while_in_use()
    {
        var verdict = Explorer.Explore(() =>
        {
            var semaphore = new SemaphoreSlim(1);
            Threads.Run(() => semaphore.Dispose(), () => { semaphore.Wait(); semaphore.Release(); });
        });

        verdict.Failure!.Exception.ShouldBeOfType<ObjectDisposedException>();
    }

    [Test]
    public void Passing_the_first_of_two_orders_nothing_with_the_second()
    {
        var verdict = Explorer.Explore(() =>
        {
            var (one, two) = (new ManualResetEvent(false), new ManualResetEvent(false));
            var value = 0;
            Threads.Run(
                () => one.Set(),
                () => { value = 1; two.Set(); },
                () => { WaitHandle.WaitAny([one, two]); _ = value; });
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.DataRace, verdict.ToString());
    }

    [Test]
    public void A_semaphore_of_one_excludes()
    {
        Explorer.Explore(() => Guarded(new SemaphoreSlim(1))).Outcome.ShouldBe(Outcome.Proved);
    }

    [Test]
    public void What_was_written_before_a_signal_is_seen_after_it()
    {
        var verdict = Explorer.Explore(() =>
        {
            var (done, both) = (new CountdownEvent(2), new ManualResetEvent(false));
            var values = new int[2];
            Threads.Run(
                () => { values[0] = 1; done.Signal(); },
                () => { values[1] = 1; both.Set(); done.Signal(); },
                () =>
                {
                    WaitHandle.WaitAll([both]);
                    done.Wait();
                    values.Sum().ShouldBe(2);
                });
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static void Guarded(SemaphoreSlim semaphore)
    {
        var count = 0;
        Threads.Run(2, _ =>
        {
            semaphore.Wait();
            count++;
            semaphore.Release();
        });
        count.ShouldBe(2);
    }

    private static TestCaseData Case(string name, Action program) => new(program) { TestName = name };
}
