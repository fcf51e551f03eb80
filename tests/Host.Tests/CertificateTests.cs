using Interleavings;
using Interleavings.Reporting;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Host.Tests;

/// <summary>What the board says of a solved kata, out of the reports of its specs.</summary>
public class CertificateTests
{
    [Test]
    public void It_adds_up_what_the_proofs_say()
    {
        Of(3, Proof(1200), Proof(40), Proof(1)).ShouldBe(
            "proved: 3 specs, 1,241 interleavings, no data race");
        Of(1, Proof(1)).ShouldBe("proved: 1 spec, 1 interleaving, no data race");
    }

    [Test]
    public void Interleavings_that_show_a_thing_to_be_possible_count()
    {
        Of(2, Proof(1, some: true), Proof(7, some: true)).ShouldBe(
            "proved: 2 specs, 8 interleavings, no data race");
    }

    [Test]
    public void What_was_not_explored_is_not_proved()
    {
        Of(3, Proof(20), "PID 4711 is Proved: no", "").ShouldBe(
            "solved: 3 specs, 1 of them proved, 20 interleavings, no data race");
        Of(2, "", "").ShouldBe("solved: 2 specs");
    }

    static string Proof(long executions, bool some = false) => Report.Of(
        new Verdict { Outcome = Outcome.Proved, Executions = executions, AsksForSome = some },
        "30 interleavings are in the claim of 7");

    static string Of(int specs, params string[] outputs) => Certificate.Of(
        new(5, "LockFix", "katas/05-LockFix/Counter.cs", KataState.Solved, specs, specs), outputs)
        .ToString();
}
