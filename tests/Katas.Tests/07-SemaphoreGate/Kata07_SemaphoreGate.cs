using Interleavings;
using Katas.SemaphoreGate;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Katas.Tests;

[TestFixture, Kata(7, "SemaphoreGate", "katas/07-SemaphoreGate/Gate.cs")]
public class Kata07_SemaphoreGate
{
    [Test, EveryInterleaving]
    public void With_one_place_two_visitors_are_never_inside_together()
    {
        new Visitors(new Gate(1), places: 1).All(2);
    }

    [Test, EveryInterleaving]
    public void With_two_places_and_one_taken_two_visitors_are_never_inside_together()
    {
        var gate = new Gate(2);

        gate.Pass(() => new Visitors(gate, places: 1).All(2));
    }

    [Test, EveryInterleaving]
    public void With_two_places_two_visitors_can_meet_inside()
    {
        var gate = new Gate(2);
        var meeting = new Barrier(2);

        Visitors.Together(
            () => gate.Pass(() => meeting.SignalAndWait()),
            () => gate.Pass(() => meeting.SignalAndWait()));
    }

    [Test, EveryInterleaving]
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

    [Test, EveryInterleaving]
    public void The_place_comes_back_when_the_work_throws()
    {
        var gate = new Gate(1);
        var after = false;

        Should.Throw<FormatException>(() => gate.Pass(() => throw new FormatException()),
            "the exception of the work is for the caller of Pass");
        gate.Pass(() => after = true);

        after.ShouldBeTrue("nobody came in after the work had thrown");
    }

    [Test, EveryInterleaving]
    public void There_is_no_place_more_after_the_work_has_thrown()
    {
        var gate = new Gate(1);
        Should.Throw<FormatException>(() => gate.Pass(() => throw new FormatException()),
            "the exception of the work is for the caller of Pass");

        new Visitors(gate, places: 1).All(2);
    }
}
