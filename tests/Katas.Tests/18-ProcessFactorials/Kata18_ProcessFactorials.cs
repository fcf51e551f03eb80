using System.Diagnostics;
using System.Numerics;
using Katas.Tests.Board;
using NUnit.Framework;

namespace Katas.Tests;

[TestFixture, Kata(18, "ProcessFactorials", "katas/18-ProcessFactorials/Factorials.cs")]
public class Kata18_ProcessFactorials : InOrder
{
    /// <summary>A number whose process dies.</summary>
    const int Fatal = 4711;

    [Test]
    public void An_answer_that_is_larger_than_the_pipe_arrives()
    {
        using var computed = new Computed();

        ExpectFactorial(30_000, computed.Results(30_000)[0]);
    }

    [Test]
    public void Three_processes_work_at_the_same_time_and_each_result_is_at_its_number()
    {
        using var computed = new Computed(_ => ["meets"]);
        var nursery = computed.Nursery;
        var run = computed.Begin(3, 4, 5);

        // None of them ends before all three have met, and then the last one ends first.
        if (!nursery.WaitFor(() => run.IsDone || nursery.Children.Count == 3))
            Fail.Because($"{nursery.Names} waits for the processes of the other numbers, but they"
                + " have never been started.",
                "First start a process for each number; only then wait for what one says.");
        foreach (var child in nursery.Children.OrderByDescending(child => child.Name))
        {
            child.Tell();
            child.WaitUntilGone();
        }

        var (results, error) = run.Ended(computed.Stuck);
        if (error is not null)
            Fail.Because($"The call threw: {error.GetType().Name}: {error.Message}");
        if (!results.SequenceEqual([6, 24, 120]))
            Fail.Because("The factorials of 3, 4 and 5 are 6, 24 and 120,"
                + $" but the results are {string.Join(", ", results)}.");
    }

    [Test]
    public void What_a_process_says_is_the_result()
    {
        using var computed = new Computed(_ => ["adds-one"]);

        if (computed.Results(5, 5) is not [var first, var second] || first != 121 || second != 121)
            Fail.Because("The processes wrote 121, one more than 5!, but the results are different.",
                "Take each result from what its process has written; don't compute it here.");

        // Other processes, which say something else of the same number.
        using var again = new Computed();
        if (again.Results(5) is not [var third] || third != 120)
            Fail.Because("In a second call the process for 5! wrote 120, but the result is different.",
                "Keep nothing from one call to the next: a static outlives the call.");
    }

    [Test]
    public void What_arrives_after_the_exit_is_part_of_the_answer()
    {
        using var computed = new Computed(_ => ["leaves-an-heir"]);
        var nursery = computed.Nursery;
        var run = computed.Begin(5);

        nursery.WaitFor(() => run.IsDone
            || nursery.Find("5!") is { HasHungUp: true } && nursery.Find("5!-heir") is { IsStill: true });
        // While other processes live their whole lives, the call has time to come back.
        nursery.WaitFor(() => run.IsDone, lives: 2);
        if (run.IsDone)
            Fail.Because("The process for 5! has exited, and left its end of the pipe to another one,"
                + " which has not written yet. But the call has come back.",
                "Read until the text ends. A WaitForExit with a limit doesn't wait for that.");
        nursery.Find("5!-heir")!.Tell();

        var (results, error) = run.Ended(computed.Stuck);
        if (error is not null)
            Fail.Because($"The call threw: {error.GetType().Name}: {error.Message}");
        if (results is not [var result] || result != 120)
            Fail.Because("The text arrived after the process had exited, and was lost: 5! is 120.");
    }

    [Test]
    public void A_process_that_dies_is_an_error_that_names_the_number()
    {
        using var computed = new Computed(Dying("dies-silently"));

        ExpectNamed("died without a word", computed.Run(3, Fatal));
    }

    [TestCase("dies-halfway", "died when it had written half of its answer")]
    [TestCase("dies-at-the-end", "ended with exit code 1 when it had written its answer")]
    public void What_a_process_that_dies_has_said_is_no_result(string way, string how)
    {
        using var computed = new Computed(Dying(way));

        ExpectNamed(how, computed.Run(3, Fatal));
    }

    [Test]
    public void When_one_has_died_no_other_lives_on()
    {
        using var computed = new Computed(
            n => n == Fatal ? ["meets", "dies-silently"] : ["meets"]);
        var nursery = computed.Nursery;
        using var heirs = new Heirs(nursery);
        var run = computed.Begin(Fatal, 5);

        nursery.WaitFor(() => run.IsDone || nursery.Living.Count(child => child.IsStill) == 2);
        computed.Witness.Watch(nursery.Living);
        nursery.Find($"{Fatal}!")?.Tell();

        // To wait for the others before it throws is as good as to kill them.
        if (!nursery.WaitFor(() => run.IsDone)) nursery.Find("5!")?.Tell();
        run.Ended(computed.Stuck);

        // Who has just been started may not have called yet. One that was killed is about to end; one that
        // was forgotten goes on.
        heirs.Close();
        nursery.WaitFor(() => heirs.AreGone || nursery.Living is [_, ..]);
        if (computed.Witness.Left is [var last, ..]
            && nursery.WaitFor(() => nursery.Living is [], lives: 1))
            Fail.Because($"The process for {Fatal}! died, and when the call came back, {last} still"
                + " lived: it had been killed, but Kill doesn't wait.",
                "Wait for its exit after you have killed it.");
        if (nursery.Living is [_, ..])
            Fail.Because($"The process for {Fatal}! died, and the call left {nursery.Names} behind,"
                + " alive.", "See to it in a finally that every process that was started ends.");
    }

    [Test]
    public void The_factorial_of_100000_is_computed_by_four_processes_for_real()
    {
        using var computed = new Computed();

        foreach (var result in computed.Results(100_000, 100_000, 100_000, 100_000))
            ExpectFactorial(100_000, result);

        var processes = computed.Nursery.Children.Select(child => child.Pid).Distinct().Count();
        if (processes != 4) Fail.Because($"4 numbers were computed by {processes} processes.");
    }

    static Func<int, IEnumerable<string>> Dying(string how) => n => n == Fatal ? [how] : [];

    [StackTraceHidden]
    static void ExpectNamed(string how, (BigInteger[] Results, Exception? Error) outcome)
    {
        var (results, error) = outcome;
        if (error is null)
            Fail.Because($"The process for {Fatal}! {how}, and the caller never heard of it:"
                + $"\n  a number of {results.ElementAtOrDefault(1).GetBitLength()} bits was taken"
                + " for its result.",
                "Look at the exit code when a process has ended: 0 is all's well.");
        if (!$"{error}".Contains($"{Fatal}"))
            Fail.Because($"The process for {Fatal}! {how}, but the error doesn't name the number:"
                + $"\n  {error.GetType().Name}: {error.Message}");
    }

    /// <summary>
    /// Not by the number itself: to write one down takes longer than to compute it.
    /// </summary>
    [StackTraceHidden]
    static void ExpectFactorial(int n, BigInteger result)
    {
        const long modulus = 1_000_003;
        var remainder = 1L;
        for (var i = 2; i <= n; i++)
            remainder = remainder * i % modulus;
        if (result % modulus != remainder || result < n)
            Fail.Because($"This is not {n}!, but a number of {result.GetBitLength()} bits.");
    }
}
