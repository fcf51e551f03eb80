using Interleavings;
using Katas.SemaphoreGate;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

[TestFixture, Kata(7, "SemaphoreGate", "katas/07-SemaphoreGate/Gate.cs")]
public class Kata07_SemaphoreGate
{
    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void With_one_place_two_visitors_are_never_inside_together()
    {
        new Visitors(new Gate(1), places: 1).All(2);
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void With_two_places_and_one_taken_two_visitors_are_never_inside_together()
    {
        var gate = new Gate(2);

        gate.Pass(() => new Visitors(gate, places: 1).All(2));
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void With_two_places_two_visitors_can_meet_inside()
    {
        var gate = new Gate(2);
        var meeting = new Barrier(2);

        Visitors.Together(
            () => gate.Pass(() => meeting.SignalAndWait()),
            () => gate.Pass(() => meeting.SignalAndWait()));
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Every_visitor_comes_in_and_sees_what_was_done_before()
    {
        var gate = new Gate(1);
        var visits = 0;

        Visitors.Together(
            () => gate.Pass(() => visits++),
            () =>
            {
                gate.Pass(() => visits++);
                gate.Pass(() => visits++);
            });

        visits.ShouldBe(3, "not every visit was made once");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void With_three_places_three_visitors_can_meet_inside()
    {
        var gate = new Gate(3);
        var meeting = new Barrier(3);

        Visitors.Together(
            [.. Enumerable.Repeat<ThreadStart>(() => gate.Pass(() => meeting.SignalAndWait()), 3)]);
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void With_three_places_and_two_taken_two_visitors_are_never_inside_together()
    {
        var gate = new Gate(3);

        gate.Pass(() => gate.Pass(() => new Visitors(gate, places: 1).All(2)));
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void Each_gate_has_places_of_its_own()
    {
        var (one, other) = (new Gate(1), new Gate(1));
        var visits = 0;

        one.Pass(() => other.Pass(() => visits++));

        visits.ShouldBe(1, "a visitor of one gate kept others out of the other");
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void The_place_comes_back_when_the_work_throws()
    {
        ComesBack(new Mistake());
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void The_place_comes_back_when_the_work_is_cancelled()
    {
        ComesBack(new OperationCanceledException());
    }

    [Test, EveryInterleaving(LeftRunning = LeftRunning.Allowed)]
    public void There_is_no_place_more_after_the_work_has_thrown()
    {
        var gate = new Gate(1);
        Throws(gate, new Mistake());

        new Visitors(gate, places: 1).All(2);
    }

    static void ComesBack(Exception mistake)
    {
        var gate = new Gate(1);
        var after = false;

        Throws(gate, mistake);
        gate.Pass(() => after = true);

        after.ShouldBeTrue("nobody came in after the work had thrown");
    }

    static void Throws(Gate gate, Exception thrown)
    {
        Exception? caught = null;
        try
        {
            gate.Pass(() => throw thrown);
        }
        catch (Exception e)
        {
            caught = e;
        }
        (caught == thrown).ShouldBeTrue("the exception of the work is for the caller of Pass");
    }

    /// <summary>No attempt can know it.</summary>
    sealed class Mistake() : Exception("made on purpose");
}
