using System.Diagnostics;
using System.Runtime.CompilerServices;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>Where chance decides, nothing is proved and nothing is broken: it is unsupported.</summary>
public class ChanceTests
{
    private static IEnumerable<TestCaseData> Deciding()
    {
        yield return Case("System.Guid.NewGuid", "a Guid fails the test at times",
            () => Guid.NewGuid().ToByteArray()[0].ShouldBeLessThan((byte)128));
        yield return Case("System.Random.get_Shared", "a random number decides which lock is acquired", () =>
        {
            var (one, other) = (new object(), new object());
            if (Random.Shared.Next(2) == 0) (one, other) = (other, one);
            Threads.Run(() => { lock (one) { } }, () => { lock (other) { } });
        });
        yield return Case("System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode",
            "a bit of the hash code of an object decides the order of locks", () =>
            {
                var (a, b) = (new object(), new object());
                var (one, other) = (RuntimeHelpers.GetHashCode(a) & 1) == 0 ? (a, b) : (b, a);
                Threads.Run(() => { lock (one) lock (other) { } }, () => { lock (one) lock (other) { } });
            });
        yield return Case("System.Object.GetHashCode", "the hash code of a string decides which lock is acquired", () =>
        {
            var gates = Enumerable.Range(0, 4).Select(_ => new object()).ToArray();
            Threads.Run(() => Enter("one"), () => Enter("other"));

            void Enter(string key)
            {
                lock (gates[(key.GetHashCode() & int.MaxValue) % gates.Length]) { }
            }
        });
        yield return Case("System.Object.GetHashCode", "the hash code of a string fails the test at times",
            () => ("one".GetHashCode() & 1).ShouldBe(0));
        yield return Case("System.Object.GetHashCode", "the hash codes of two strings decide whether they share a lock", () =>
        {
            var gates = Enumerable.Range(0, 4).Select(_ => new object()).ToArray();
            var count = 0;
            Threads.Run(() => Add("one"), () => Add("other"));
            count.ShouldBe(2);

            void Add(string key)
            {
                lock (gates[(key.GetHashCode() & int.MaxValue) % gates.Length])
                    Volatile.Write(ref count, Volatile.Read(ref count) + 1);
            }
        });
        yield return Case("System.Diagnostics.Stopwatch", "a stopwatch runs while virtual time stands for real time", () =>
        {
            var watch = Stopwatch.StartNew();
            Thread.Sleep(50);
            watch.ElapsedMilliseconds.ShouldBeGreaterThan(40);
        });
        yield return Case("System.DateTime.get_UtcNow", "a clock is asked before a pause and after it", () =>
        {
            var before = DateTime.UtcNow;
            Thread.Sleep(50);
            (DateTime.UtcNow - before).TotalMilliseconds.ShouldBeGreaterThan(40);
        });
        yield return Case("System.DateTime.get_UtcNow", "a loop waits for the clock", () =>
        {
            var end = DateTime.UtcNow.AddHours(1);
            while (DateTime.UtcNow < end)
            {
            }
        });
        yield return Case("System.Diagnostics.Stopwatch", "a loop waits for a flag or the clock", () =>
        {
            var (isSet, watch) = (0, Stopwatch.StartNew());
            Threads.Run(() =>
            {
                while (Volatile.Read(ref isSet) == 0 && watch.ElapsedMilliseconds < 3_600_000)
                {
                }
            });
        });
    }

    [TestCaseSource(nameof(Deciding))]
    public void A_chance_that_decides_is_unsupported_by_name(string member, Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Refusal!.IsNondeterminism.ShouldBeTrue();
        verdict.Refusal.Member.ShouldStartWith(member);
        verdict.Refusal.Site.File.ShouldBe("ChanceTests.cs");
        verdict.ToString().ShouldContain(" Next: ");
    }

    private static IEnumerable<TestCaseData> Beside()
    {
        yield return Log("a Guid", () => Guid.NewGuid().ToString());
        yield return Log("a clock", () => DateTime.UtcNow.ToString());
        yield return Log("a hash code", () => "name".GetHashCode().ToString());
    }

    [TestCaseSource(nameof(Beside))]
    public void A_failure_that_comes_whatever_chance_says_is_the_verdict(Func<string> log)
    {
        var verdict = Explorer.Explore(() =>
        {
            var count = 0;
            Threads.Run(2, _ =>
            {
                log();
                Volatile.Write(ref count, Volatile.Read(ref count) + 1);
            });
            count.ShouldBe(2);
        });

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion);
    }

    [Test]
    public void A_clock_that_only_tells_the_time_does_not_hide_a_failure_after_a_pause()
    {
        var verdict = Explorer.Explore(() =>
        {
            var (count, watch) = (0, Stopwatch.StartNew());
            Threads.Run(2, _ =>
            {
                Thread.Sleep(5);
                Volatile.Write(ref count, Volatile.Read(ref count) + 1);
            });
            count.ShouldBe(2, $"after {watch.Elapsed}");
        });

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
    }

    [Test]
    public void Where_no_chance_is_known_the_verdict_tells_what_differed()
    {
        var runs = new int[1];
        var verdict = Explorer.Explore(() =>
        {
            var (cell, other) = (new Programs.Cell(), new Programs.Cell());
            Threads.Run(() => { (External.Next(runs) % 2 == 0 ? cell : other).N++; }, () => cell.N++);
        });

        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Refusal!.IsNondeterminism.ShouldBeTrue();
        verdict.Refusal.Reason.ShouldStartWith("step ");
    }

    private static TestCaseData Case(string member, string name, Action program) =>
        new(member, program) { TestName = name };

    private static TestCaseData Log(string name, Func<string> log) => new(log) { TestName = name };
}
