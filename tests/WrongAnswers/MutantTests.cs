using Judging;
using Judging.Mutants;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace WrongAnswers;

/// <summary>The mutants of the judge: how they are made, compared and judged.</summary>
public class MutantTests
{
    const string Kata = "05-LockFix";
    const string File = "Counter.cs";

    static string Solution => System.IO.File.ReadAllText(
        Path.Combine(Repository.Root, "solutions", Kata, File));

    [Test]
    public void Each_operator_breaks_the_sample_in_its_own_way()
    {
        var mutants = Maker.Of(new(Kata, "the sample", File, Sample));

        string.Concat(mutants.GroupBy(m => m.Operator).Select(group => $"{group.Key}\n" + string.Concat(
            group.Select(m => $"  line {m.Line}: {Short(m.Was)}\n    -> {Short(m.Became)}\n"))))
            .ShouldMatchApproved(c => c.NoDiff().LocateTestMethodUsingAttribute<NUnitAttribute>());
    }

    [Test]
    public void The_mutants_of_a_solution_get_their_verdicts()
    {
        var verdicts = Gate.Run(o => o is { Kata: Kata, Name: "the solution" }, each: 1, _ => { });

        string.Concat(verdicts.Select(v => $"{v.Mutant.Operator}: {v.Mutant.Became}\n"
            + $"  {(v.IsAccepted ? "accepted" : $"rejected by {v.Spec}")}\n"))
            .ShouldMatchApproved(c => c.NoDiff().LocateTestMethodUsingAttribute<NUnitAttribute>());
    }

    [Test]
    public void Each_equivalent_mutant_has_one_of_the_reasons()
    {
        Equivalents.Listed.Values.ShouldBeSubsetOf(Equivalents.Reasons.Keys);
        foreach (var reason in Equivalents.Reasons.Keys)
            Equivalents.Listed.Values.ShouldContain(reason, "a reason that no mutant needs");
    }

    /// <summary>For all katas: dotnet run -c Solutions --project tests/Judge -- --mutants</summary>
    [Test]
    public void Of_a_sample_no_mutant_is_accepted_that_is_not_equivalent()
    {
        var verdicts = Gate.Run(
            o => o.Name == "the solution" && o.Kata[..2] is "02" or "05" or "08", each: 12, _ => { });

        verdicts.Where(v => v is { IsAccepted: true, IsEquivalent: false })
            .Select(v => v.Mutant.Key).ShouldBeEmpty();
        verdicts.Count(v => !v.IsAccepted).ShouldBeGreaterThan(0);
    }

    [Test]
    public void An_attempt_that_ends_or_stalls_its_judge_loses_only_itself()
    {
        var patience = TimeSpan.FromMinutes(1);
        using var lane = new Lane();

        lane.Judge(Schedule("Ends()"), patience).End.ShouldBe("it ended its process");
        lane.Judge(Right, patience).Judgement!.IsRight.ShouldBeTrue();
        lane.Judge(Schedule("Endless()"), TimeSpan.FromSeconds(2)).End
            .ShouldBe("it had not ended after 2 seconds");
        lane.Judge(Right, patience).Judgement!.IsRight.ShouldBeTrue();
    }

    [Test]
    public void Code_is_compared_by_what_it_does()
    {
        var compiler = Compiler.For(new(Kata, "the solution", File, Solution));
        var code = compiler.CodeOf(Solution).ShouldNotBeNull();

        compiler.CodeOf($"// A comment is no code.\n\n{Solution}").ShouldBe(code);
        compiler.CodeOf(Solution.Replace("count++", "count += 1")).ShouldBe(code);
        compiler.CodeOf(Solution.Replace("count++", "count += 2")).ShouldNotBe(code);
        compiler.CodeOf(Solution.Replace("count++", "count+")).ShouldBeNull();
    }

    static Attempt Right => new(Kata, new Dictionary<string, string> { [File] = Solution });

    static string Short(string code) => code.Length > 80 ? $"{code[..80]}..." : code;

    /// <summary>Schedules are read outside the explorer's control: no guard stops what they do.</summary>
    static Attempt Schedule(string call) => new("04-RaceCounter", new Dictionary<string, string>
    {
        ["Schedules.cs"] = $$"""
            namespace Katas.RaceCounter;

            public static class Schedules
            {
                public static string LosesAnUpdate => {{call}};
                public static string WithFewestSwitches => "";
                public static string LeavesTwo => "";

                static string Ends()
                {
                    new Thread(() => throw new InvalidOperationException()).Start();
                    Thread.Sleep(Timeout.Infinite);
                    return "";
                }

                static string Endless() { while (true) { } }
            }
            """,
    });

    /// <summary>Something for each operator; it needs only to compile.</summary>
    const string Sample = """
        namespace Katas.LockFix;

        public sealed class Counter
        {
            static readonly object all = new();
            readonly object gate = new();
            readonly SemaphoreSlim free = new SemaphoreSlim(3, 4);
            readonly ManualResetEventSlim open = new();
            volatile int count;
            int seen;

            public int Value => Volatile.Read(ref seen);

            public void Increment()
            {
                seen++;
                lock (gate)
                {
                    while (count == 1) Monitor.Wait(gate);
                    count = count + 2;
                    Monitor.PulseAll(gate);
                }
            }

            public void Both(int[] values)
            {
                lock (all)
                {
                    lock (gate)
                    {
                        count--;
                    }
                }
                free.Wait();
                open.Wait();
                foreach (var value in values) seen += value;
                Interlocked.Increment(ref seen);
                Interlocked.CompareExchange(ref seen, 1, 0);
            }

            public async Task<bool> Later(Task[] tasks, CancellationToken cancel)
            {
                await free.WaitAsync(cancel);
                var again = await Task.Run(() => Later(tasks, cancel));
                try
                {
                    await Task.WhenAll(tasks).ConfigureAwait(false);
                    if (await Task.Run(() => count > 3 && seen < 4)) return again;
                    else seen = 5;
                }
                catch (FormatException e) when (e.Message != "")
                {
                    open.Set();
                    open.Wait();
                }
                finally
                {
                    free.Release();
                    seen = 0;
                }
                using var source = new CancellationTokenSource();
                Task.WaitAll(tasks);
                return !cancel.IsCancellationRequested;
            }
        }
        """;
}
