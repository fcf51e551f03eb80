using Judging;
using Katas.Tests;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace WrongAnswers;

/// <summary>
/// How many traces the specs go through on the reference solutions: a proof that shrinks has lost
/// some of them.
/// </summary>
public class ProofSizeTests
{
    static readonly Judge Judge = new(
        Path.Combine(Repository.Root, "solutions"), typeof(Kata01_HelloWorker).Assembly.Location);

    [TestCase(
        "09-BoundedBuffer", typeof(Kata09_BoundedBuffer),
        nameof(Kata09_BoundedBuffer
            .With_2_producers_2_consumers_and_1_slot_nothing_is_lost_doubled_or_stuck), 80)]
    public void A_proof_has_so_many_traces(string kata, Type specs, string spec, int traces)
    {
        var judgement = Judge.Run(
            new(kata, new Dictionary<string, string>()), specs.FullName!);

        var proof = judgement.Specs.Single(s => s.Name.EndsWith($".{spec}"));
        proof.Passed.ShouldBeTrue(proof.Message);
        proof.Message.ShouldContain($" {traces} interleavings, all different");
    }
}
