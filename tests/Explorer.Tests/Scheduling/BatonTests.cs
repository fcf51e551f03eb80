using Interleavings.Scheduling;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Scheduling;

/// <summary>What hands the turn from thread to thread, on real threads.</summary>
public sealed class BatonTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private static IEnumerable<TestCaseData> Batons()
    {
        yield return Case("spins", static () => new SpinningBaton());
        if (BlockingBaton.IsPossible) yield return Case("blocks", static () => new BlockingBaton());
    }

    [TestCaseSource(nameof(Batons))]
    public void A_signal_that_comes_first_is_kept(Func<object> make)
    {
        var baton = (Baton)make();

        baton.Signal();
        baton.Signal();

        var waiting = Started(() =>
        {
            baton.Wait();
            baton.Wait();
        });
        waiting.Join(Long).ShouldBeTrue();
    }

    [TestCaseSource(nameof(Batons))]
    public void Who_waits_goes_on_for_a_signal_of_its_own_only(Func<object> make)
    {
        var (baton, answer) = ((Baton)make(), (Baton)make());
        var turns = 0;
        var waiting = Started(() =>
        {
            for (var i = 0; i < 3; i++)
            {
                baton.Wait();
                turns++;
                answer.Signal();
            }
        });

        for (var i = 1; i <= 3; i++)
        {
            baton.Signal();
            answer.Wait();
            turns.ShouldBe(i);
        }
        waiting.Join(Long).ShouldBeTrue();
    }

    [TestCaseSource(nameof(Batons))]
    public void No_signal_is_lost_in_many_turns(Func<object> make)
    {
        // Where it spins, on a busy machine, each takes a time slice.
        const int turns = 2_000;
        var (ping, pong) = ((Baton)make(), (Baton)make());
        var other = Started(() =>
        {
            for (var i = 0; i < turns; i++)
            {
                ping.Wait();
                pong.Signal();
            }
        });
        var one = Started(() =>
        {
            for (var i = 0; i < turns; i++)
            {
                ping.Signal();
                pong.Wait();
            }
        });

        one.Join(Long).ShouldBeTrue();
        other.Join(Long).ShouldBeTrue();
    }

    private static Thread Started(Action body)
    {
        var thread = new Thread(() => body()) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private static TestCaseData Case(string name, Func<object> make) =>
        new TestCaseData(make).SetArgDisplayNames(name);
}
