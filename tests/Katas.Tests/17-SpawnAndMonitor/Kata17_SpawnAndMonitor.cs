using System.Diagnostics;
using Katas.SpawnAndMonitor;
using Katas.Tests.Board;
using NUnit.Framework;

namespace Katas.Tests;

[TestFixture, Kata(17, "SpawnAndMonitor", "katas/17-SpawnAndMonitor/Supervisor.cs")]
public class Kata17_SpawnAndMonitor : InOrder
{
    [Test]
    public void The_call_comes_back_when_the_last_of_three_workers_has_ended()
    {
        using var shift = Three();
        var run = shift.Begin(_ => { });
        shift.ExpectAllAtWork(run);

        // Neither the first nor the last is the last to end.
        foreach (var name in (string[])["B", "C", "A"])
        {
            // While another process lives its whole life, the call has time to come back.
            if (shift.Nursery.WaitFor(() => run.IsDone, lives: 1)) BlameWhoCameBackTooSoon(shift);
            shift[name].Tell();
            shift[name].WaitUntilGone();
        }
        run.Ended(() => "All workers have ended, but the call never came back.");
    }

    [Test]
    public void Each_worker_is_seen_with_its_name_and_its_own_process_id()
    {
        using var shift = Two();
        IReadOnlyList<Sighting> seen = [];
        shift.Run(look => seen = look());

        var real = string.Join(", ", shift.Nursery.Children.OrderBy(c => c.Name)
            .Select(child => $"{child.Name} {child.Pid}"));
        var sighted = string.Join(", ", seen.Select(it => $"{it.Name} {it.ProcessId}"));
        if (sighted != real)
            Fail.Because($"The workers are:          {real}"
                + $"\n  but the monitor has seen: {sighted}");
    }

    [Test]
    public void Whoever_looks_sees_each_worker_as_it_is_at_that_moment()
    {
        using var shift = Two();
        IReadOnlyList<Sighting> before = [], after = [];
        var atTheEnd = shift.Run(look =>
        {
            before = look();
            shift["B"].Tell();
            shift["B"].WaitUntilGone();
            after = look();
        });

        Expect("Both are at work", before, "A lives, B lives");
        Expect("B has ended with exit code 7, A is at work", after, "A lives, B ended with 7");
        Expect("Both have ended", atTheEnd, "A ended with 0, B ended with 7");
    }

    [Test]
    public void When_the_monitor_throws_no_worker_lives_on()
    {
        using var shift = Two();
        var mistake = new Mistake();
        var run = shift.Begin(_ => throw mistake);

        shift.ExpectAllAtWork(run);
        var (_, error) = run.Ended(() =>
            $"The monitor threw, and the call never came back: {shift.Nursery.Names} never end by"
            + " themselves, and nobody is going to tell them now."
            + "\n  Next: Kill them before you wait for them.");

        // One that was killed is about to end; one that was forgotten goes on.
        if (shift.Witness.Left is [var last, ..]
            && shift.Nursery.WaitFor(() => shift.Nursery.Living is [], lives: 1))
            Fail.Because($"The monitor threw, and when the call came back, {last} still lived:"
                + " it had been killed, but Kill doesn't wait.",
                "Wait for its exit after you have killed it.");
        ExpectNobody(shift.Nursery, "The monitor threw");
        if (!Causes(error).Contains(mistake))
            Fail.Because("The monitor threw, and the caller never heard of it.",
                "Clean up in a finally, which lets the exception go on its way.");
    }

    [Test]
    public void When_a_worker_cannot_be_started_no_other_lives_on()
    {
        using var shift = new Shift();
        shift.Add("A");
        shift.Add("B", new ProcessStartInfo("no-such-program") { UseShellExecute = false });
        shift.Add("C");
        using var heirs = new Heirs(shift.Nursery);
        var run = shift.Begin(_ => { });

        var (_, error) = run.Ended(() => $"B could not be started, and the call never came back:"
            + $" {shift.Nursery.Names} never end by themselves."
            + "\n  Next: Kill them before you wait for them.");

        // Who has just been started may not have called yet.
        heirs.Close();
        shift.Nursery.WaitFor(() => heirs.AreGone || shift.Nursery.Living is [_, ..]);
        ExpectNobody(shift.Nursery, "B could not be started");
        if (error is null)
            Fail.Because("B could not be started, and the caller never heard of it.");
    }

    [Test]
    public void A_second_call_sees_its_own_workers()
    {
        foreach (var name in (string[])["A", "B"])
        {
            using var shift = new Shift();
            shift.Add(name, exitCode: 7);
            Expect($"{name} was this call's only worker", shift.Run(look => look()),
                $"{name} ended with 7");
        }
    }

    [Test]
    public void Without_workers_there_is_nobody_to_be_seen()
    {
        using var shift = new Shift();
        IReadOnlyList<Sighting>? seen = null;
        var atTheEnd = shift.Run(look => seen = look());

        Expect("There are no workers", seen ?? [], "");
        Expect("There are no workers", atTheEnd, "");
    }

    /// <summary>No attempt can know it.</summary>
    sealed class Mistake() : Exception("made on purpose, for the caller to hear of");

    /// <summary>The call has come back too soon: what has become of the workers?</summary>
    [StackTraceHidden]
    static void BlameWhoCameBackTooSoon(Shift shift)
    {
        Child? Cut() => shift.Nursery.Children.FirstOrDefault(c => c.HasHungUp && !c.WasTold);
        // Somebody who has been killed lives for a moment yet.
        shift.Nursery.WaitFor(() => Cut() is not null);
        if (Cut() is { } cut)
            Fail.Because($"{cut} was cut short: it had not done its work.",
                "Wait for it. Nobody is to be killed while all goes well.");
        Fail.Because($"The call came back while {shift.Nursery.Names} still lived."
            + " Nobody knows of them any more: they are orphans.",
            "Wait for each of them to exit, before you return.");
    }

    static Shift Two()
    {
        var shift = new Shift();
        shift.Add("A");
        shift.Add("B", exitCode: 7);
        return shift;
    }

    static Shift Three()
    {
        var shift = Two();
        shift.Add("C");
        return shift;
    }

    [StackTraceHidden]
    static void Expect(string truth, IReadOnlyList<Sighting> seen, string expected)
    {
        var actual = string.Join(", ", seen.Select(it => (it.IsAlive, it.ExitCode) switch
        {
            (true, null) => $"{it.Name} lives",
            (true, { } code) => $"{it.Name} lives and has exit code {code}",
            (false, null) => $"{it.Name} ended without an exit code",
            (false, { } code) => $"{it.Name} ended with {code}",
        }));
        if (actual != expected)
            Fail.Because($"{truth}.\n  To be seen:  {expected}\n  but it was:  {actual}");
    }

    [StackTraceHidden]
    static void ExpectNobody(Nursery nursery, string what)
    {
        if (nursery.Living is [_, ..])
            Fail.Because($"{what}, and the call left {nursery.Names} behind, alive.",
                "See to it in a finally that every process that was started ends.");
    }

    /// <summary>What an exception wraps, however deep, and itself.</summary>
    static IEnumerable<Exception> Causes(Exception? exception) => exception switch
    {
        null => [],
        AggregateException several => several.InnerExceptions.SelectMany(Causes).Prepend(several),
        _ => Causes(exception.InnerException).Prepend(exception),
    };
}
