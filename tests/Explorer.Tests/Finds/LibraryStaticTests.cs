using System.Diagnostics;
using System.Text.RegularExpressions;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>Static properties of the framework that can be set: each get and set is one step.</summary>
public class LibraryStaticTests
{
    [Test]
    public void Two_increments_of_a_setting_are_a_lost_update()
    {
        var failure = Explorer.Explore(() =>
        {
            Regex.CacheSize = 15;
            Threads.Run(2, _ => Regex.CacheSize++);
            Regex.CacheSize.ShouldBe(17);
        }).Failure;
        failure.ShouldNotBeNull();
        failure.Kind.ShouldBe(FailureKind.Assertion);
    }

    [Test]
    public void The_same_of_a_setting_in_another_assembly()
    {
        var failure = Explorer.Explore(() =>
        {
            Trace.IndentLevel = 1;
            Threads.Run(2, _ => Trace.IndentLevel++);
            Trace.IndentLevel.ShouldBe(3);
        }).Failure;
        failure.ShouldNotBeNull();
        failure.Kind.ShouldBe(FailureKind.Assertion);
    }

    [Test]
    public void A_get_sees_a_set_that_came_before()
    {
        var failure = Explorer.Explore(() => Threads.Run(
            () => Regex.CacheSize.ShouldNotBe(33),
            () => Regex.CacheSize = 33)).Failure;
        failure.ShouldNotBeNull();
        failure.Kind.ShouldBe(FailureKind.Assertion);
    }

    [Test]
    public void Increments_under_a_lock_are_proved()
    {
        var verdict = Explorer.Explore(() =>
        {
            var gate = new Lock();
            Regex.CacheSize = 15;
            Threads.Run(2, _ => { lock (gate) Regex.CacheSize++; });
            Regex.CacheSize.ShouldBe(17);
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_get_beside_a_set_is_no_data_race()
    {
        var verdict = Explorer.Explore(() => Threads.Run(
            () => Regex.CacheSize.ShouldBeOneOf(15, 20),
            () => Regex.CacheSize = 20));
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void Each_execution_begins_with_the_same_value_and_so_does_what_comes_after()
    {
        var before = Regex.CacheSize;
        var verdict = Explorer.Explore(() =>
        {
            Regex.CacheSize.ShouldBe(before);
            Threads.Run(() => Regex.CacheSize = before + 1, () => Regex.CacheSize = before + 2);
        });
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Executions.ShouldBe(2);
        Regex.CacheSize.ShouldBe(before);
    }
}
