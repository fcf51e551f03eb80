using Interleavings.Scheduling;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Scheduling;

/// <summary>Where explored threads run, on Linux.</summary>
public sealed class CoresTests
{
    [SetUp]
    public void Linux_lets_threads_be_kept()
    {
        if (!OperatingSystem.IsLinux()) Assert.Ignore("Threads can't be kept on a core here.");
    }

    /// <summary>Otherwise explorations are as right, but slower, and nobody would know.</summary>
    [Test]
    public void Linux_blocks_and_keeps_threads_on_the_usual_processors()
    {
        BlockingBaton.IsPossible.ShouldBeTrue();
        Cores.CanKeep.ShouldBeTrue();
    }

    [Test]
    public void A_thread_stays_on_its_core() => OnAThread(() =>
    {
        var core = Cores.Here;

        Cores.Keep(core);

        Allowed().ShouldBe($"{core}");
    });

    /// <summary>The thread pool's, say, which outlive it.</summary>
    [Test]
    public void A_thread_that_it_makes_may_go_anywhere() => OnAThread(() =>
    {
        var before = Allowed();
        Cores.Keep(Cores.Here);

        OnAThread(() => Allowed().ShouldBe(before));
    });

    [Test]
    public void A_core_that_is_not_there_changes_nothing() => OnAThread(() =>
    {
        var before = Allowed();

        Cores.Keep(8191);
        Cores.Keep(Cores.Any);

        Allowed().ShouldBe(before);
    });

    [Test]
    public void A_worker_runs_where_it_is_asked_to() => OnAThread(() =>
    {
        var worker = Worker.Start();
        using var done = new ManualResetEventSlim();
        var allowed = "";
        var core = Cores.Here;

        worker.Run(() =>
        {
            allowed = Allowed();
            done.Set();
        }, core);

        done.Wait();
        allowed.ShouldBe($"{core}");
    });

    [Test]
    public void A_worker_moves() => OnAThread(() =>
    {
        var worker = Worker.Start();
        using var done = new SemaphoreSlim(0);
        var allowed = new List<string>();
        // "0-3,6": the first and the last.
        var cores = Allowed().Split(',', '-');
        foreach (var core in (string[])[cores[0], cores[^1]])
        {
            worker.Run(() =>
            {
                allowed.Add(Allowed());
                done.Release();
            }, int.Parse(core));
            done.Wait();
        }

        allowed.ShouldBe([cores[0], cores[^1]]);
    });

    private static string Allowed() => File.ReadLines("/proc/thread-self/status")
        .Single(line => line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal))
        .Split(':')[1].Trim();

    private static void OnAThread(Action body)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                body();
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        });
        thread.Start();
        thread.Join();
        failure.ShouldBeNull();
    }
}
