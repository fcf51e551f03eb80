using Interleavings;
using Katas.ReadySignal;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

[TestFixture, Kata(8, "ReadySignal", "katas/08-ReadySignal/Announcement.cs")]
public class Kata08_ReadySignal
{
    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void A_reader_waits_until_the_text_is_published()
    {
        var announcement = new Announcement();
        var read = "nothing";

        Together(
            () => read = announcement.Read(),
            () => announcement.Publish("doors open"));

        read.ShouldBe("doors open", "the reader came back without the text");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Everybody_who_waits_gets_the_text()
    {
        var announcement = new Announcement();
        var (one, other) = ("nothing", "nothing");

        Together(
            () => one = announcement.Read(),
            () => other = announcement.Read(),
            () => announcement.Publish("doors open"));

        new[] { one, other, announcement.Read() }.ShouldBe(
            ["doors open", "doors open", "doors open"], "a reader came back without the text");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Each_announcement_has_a_text_of_its_own()
    {
        var (doors, curtain) = (new Announcement(), new Announcement());
        doors.Publish("doors open");
        var read = "nothing";

        Together(() => read = curtain.Read(), () => curtain.Publish("curtain up"));

        new[] { doors.Read(), read }.ShouldBe(
            ["doors open", "curtain up"], "a reader got the text of another announcement, or none");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Who_comes_late_is_not_held_up()
    {
        var announcement = new Announcement();
        announcement.Publish("doors open");

        var (first, again) = (announcement.Read(), announcement.Read());

        new[] { first, again }.ShouldBe(
            ["doors open", "doors open"], "the text was published before it was read");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void What_was_written_before_is_seen_by_who_has_waited()
    {
        var announcement = new Announcement();
        var seats = 0;
        var seen = -1;

        Together(
            () =>
            {
                seats = 42;
                announcement.Publish("doors open");
            },
            () =>
            {
                announcement.Read();
                seen = seats;
            });

        seen.ShouldBe(42, "the publisher had written this before it published");
    }

    /// <summary>
    /// Where nothing is ever published, a reader waits for ever: blocked, or going round in a loop.
    /// </summary>
    [Test]
    public void A_reader_that_waits_leaves_its_processor_to_others()
    {
        var verdict = Explorer.Explore(() =>
        {
            new Announcement().Read();
        });

        if (verdict.Failure is { Kind: FailureKind.Livelock or FailureKind.EndlessLoop } failure
            && !failure.Steps.Any(step => step.Kind is EventKind.Wait))
            Assert.Fail($"""
                Right, but not yet as this kata means it: a reader that waits keeps a processor busy.
                  At {failure.Steps[^1].Site} it looks again and again whether the text is there. Use something
                  that puts the thread to sleep, and that Publish wakes it by.
                """);
    }

    static void Together(params ThreadStart[] work)
    {
        var threads = new Thread[work.Length];
        for (var i = 0; i < work.Length; i++)
        {
            threads[i] = new Thread(work[i]);
            threads[i].Start();
        }
        foreach (var thread in threads)
            thread.Join();
    }
}
