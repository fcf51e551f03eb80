using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

public class BarrierFidelity
{
    [Test]
    public void Participants_and_phases() => Script.Compare(s =>
    {
        s.Do("new(-1)", () => new Barrier(-1));
        s.Do("new(32768)", () => new Barrier(32768));
        var barrier = new Barrier(1);
        s.Do("SignalAndWait", () => barrier.SignalAndWait());
        s.Do("CurrentPhaseNumber", () => barrier.CurrentPhaseNumber);
        s.Do("AddParticipant", () => barrier.AddParticipant());
        s.Do("AddParticipants(0)", () => barrier.AddParticipants(0));
        s.Do("AddParticipants(40000)", () => barrier.AddParticipants(40000));
        s.Do("AddParticipants(32767)", () => barrier.AddParticipants(32767));
        s.Do("ParticipantCount", () => barrier.ParticipantCount);
        s.Do("ParticipantsRemaining", () => barrier.ParticipantsRemaining);
        s.Do("SignalAndWait(0)", () => barrier.SignalAndWait(0));
        s.Do("SignalAndWait(5)", () => barrier.SignalAndWait(5));
        s.Do("SignalAndWait(-2)", () => barrier.SignalAndWait(-2));
        s.Do("SignalAndWait(5 ms)", () => barrier.SignalAndWait(TimeSpan.FromMilliseconds(5)));
        s.Do("ParticipantsRemaining", () => barrier.ParticipantsRemaining);
        s.Do("RemoveParticipants(0)", () => barrier.RemoveParticipants(0));
        s.Do("RemoveParticipants(3)", () => barrier.RemoveParticipants(3));
        s.Do("RemoveParticipant", () => barrier.RemoveParticipant());
        s.Do("SignalAndWait", () => barrier.SignalAndWait());
        s.Do("CurrentPhaseNumber", () => barrier.CurrentPhaseNumber);
        s.Do("RemoveParticipant", () => barrier.RemoveParticipant());
        s.Do("SignalAndWait, nobody takes part", () => barrier.SignalAndWait());
        s.Do("Dispose", () => barrier.Dispose());
        s.Do("Dispose again", () => barrier.Dispose());
        s.Do("SignalAndWait, disposed", () => barrier.SignalAndWait());
        s.Do("SignalAndWait(-2), disposed", () => barrier.SignalAndWait(-2));
        s.Do("AddParticipant, disposed", () => barrier.AddParticipant());
        s.Do("RemoveParticipants(0), disposed", () => barrier.RemoveParticipants(0));
        s.Do("ParticipantCount, disposed", () => barrier.ParticipantCount);
    });

    [Test]
    public void Post_phase_action() => Script.Compare(s =>
    {
        var seen = -1L;
        using var barrier = new Barrier(1, b => seen = b.CurrentPhaseNumber);
        s.Do("SignalAndWait", () => barrier.SignalAndWait());
        s.Do("seen", () => seen);
        using var failing = new Barrier(1, b => throw new InvalidOperationException());
        s.Do("SignalAndWait, fails", () => failing.SignalAndWait());
        s.Do("CurrentPhaseNumber", () => failing.CurrentPhaseNumber);
        s.Do("SignalAndWait(0), fails", () => failing.SignalAndWait(0));
        var results = new List<string>();
        using var inside = new Barrier(1, b =>
        {
            s.Do("SignalAndWait inside", () => b.SignalAndWait());
            s.Do("AddParticipant inside", () => b.AddParticipant());
            s.Do("RemoveParticipant inside", () => b.RemoveParticipant());
            s.Do("Dispose inside", () => b.Dispose());
            s.Do("ParticipantsRemaining inside", () => b.ParticipantsRemaining);
        });
        s.Do("SignalAndWait", () => inside.SignalAndWait());
    });
}
