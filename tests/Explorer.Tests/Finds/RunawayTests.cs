using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>Programs that would take the test run with them.</summary>
public class RunawayTests
{
    [Test]
    public void An_exception_that_leaves_a_thread()
    {
        var failure = Explorer.Explore(() =>
            Threads.Run(() => throw new InvalidOperationException("empty"))).Failure!;

        failure.Kind.ShouldBe(FailureKind.Exception);
        failure.Exception.ShouldBeOfType<InvalidOperationException>();
        failure.Operation.ShouldBe(1);
        failure.Site!.Value.File.ShouldBe("RunawayTests.cs");
    }

    [Test]
    public void A_silent_endless_loop()
    {
        var failure = Explorer.Explore(() => Threads.Run(() => { for (var i = 0; ; i ^= 1) { } })).Failure!;

        failure.Kind.ShouldBe(FailureKind.EndlessLoop);
        failure.Site!.Value.Line.ShouldBeGreaterThan(0);
    }

    [Test]
    public void An_endless_loop_that_works_on_shared_memory()
    {
        var verdict = Explorer.Explore(() =>
        {
            var count = 0;
            Threads.Run(() => { while (count >= 0) count ^= 1; });
        });

        verdict.Outcome.ShouldBe(Outcome.Unfinished, verdict.ToString());
        verdict.BoundReached!.ShouldStartWith("the loop at RunawayTests.cs:");
        verdict.BoundReached.ShouldEndWith(" had not ended after 5,000 steps (worker A)");
    }

    [Test]
    public void A_loop_that_counts_how_often_it_asks_is_no_failure_and_no_proof()
    {
        var verdict = Explorer.Explore(() =>
        {
            var gate = new object();
            var isReady = false;
            var asked = 0;
            Threads.Run(
                () =>
                {
                    for (var n = 1; ; n++)
                    {
                        asked = n;
                        lock (gate) if (isReady) break;
                    }
                },
                () => { lock (gate) isReady = true; });
        });

        verdict.Outcome.ShouldBe(Outcome.Unfinished, verdict.ToString());
        verdict.BoundReached!.ShouldStartWith("A may go round its loop (RunawayTests.cs:");
        verdict.BoundAdvice.ShouldNotBeNull();
    }

    [Test]
    public void What_fails_after_polling_is_found()
    {
        var failure = Explorer.Explore(() =>
        {
            var gate = new object();
            var isReady = false;
            Threads.Run(
                () =>
                {
                    while (true)
                    {
                        lock (gate) if (isReady) break;
                    }
                    throw new InvalidOperationException("too late");
                },
                () => { lock (gate) isReady = true; });
        }).Failure!;

        failure.Kind.ShouldBe(FailureKind.Exception);
    }

    [Test]
    public void Endless_recursion()
    {
        var failure = Explorer.Explore(() => Threads.Run(() => Down(1))).Failure!;

        failure.Kind.ShouldBe(FailureKind.EndlessRecursion);
        failure.Site!.Value.Member.ShouldBe("RunawayTests.Down");
    }

    [Test]
    public void The_end_of_the_process()
    {
        var failure = Explorer.Explore(() => Threads.Run(() => Environment.Exit(3))).Failure!;

        failure.Kind.ShouldBe(FailureKind.ProcessExit);
    }

    [Test]
    public void A_handler_for_everything_does_not_keep_an_execution_alive()
    {
        var failure = Explorer.Explore(() =>
        {
            var gate = new object();
            Threads.Run(() =>
            {
                Monitor.Enter(gate);
                while (true)
                {
                    try
                    {
                        new Barrier(2).SignalAndWait();
                    }
                    catch (Exception)
                    {
                        // The explorer unwinds through here.
                    }
                }
            });
        }).Failure!;

        failure.Kind.ShouldBe(FailureKind.Deadlock);
    }

    [Test]
    public void Too_many_threads()
    {
        var verdict = Explorer.Explore(() => Threads.Run(100, _ => { }));

        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Refusal!.Member.ShouldContain("more than 56 threads");
    }

    [Test]
    public void A_program_that_depends_on_more_than_its_schedule()
    {
        var runs = new int[1];
        Action program = () =>
        {
            var (cell, other) = (new Cell(), new Cell());
            Threads.Run(() => { (External.Next(runs) % 2 == 0 ? cell : other).N++; }, () => cell.N++);
        };

        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Refusal!.IsNondeterminism.ShouldBeTrue();
    }

    private static int Down(int depth) => Down(depth + 1) + 1;

    private sealed class Cell
    {
        public int N;
    }
}
