using System.Collections.Concurrent;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Variables;

/// <summary>
/// The variables behind a call: what it reads of its receiver, which flag it sets, which elements
/// of an array it uses.
/// </summary>
public class HandedVariableTests
{
    private sealed class Holder
    {
        internal CancellationToken Token;
        internal ValueTask<int> Answer = new(0);
        internal bool Taken;
        internal SpinLock Spin = new(enableThreadOwnerTracking: false);
    }

    private class Sheep
    {
        internal int Age;

        internal Sheep Clone() => (Sheep)MemberwiseClone();
    }

    private sealed class BlackSheep : Sheep
    {
        internal int Spots;
    }

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case("a token is replaced while it is asked", () =>
        {
            var holder = new Holder();
            var seen = false;
            Threads.Run(
                () => seen = holder.Token.IsCancellationRequested,
                () => holder.Token = new(canceled: true));
            seen.ShouldBeFalse();
        });
        yield return Case("a value task is replaced while it is read", () =>
        {
            var holder = new Holder();
            var seen = 0;
            Threads.Run(() => seen = holder.Answer.Result, () => holder.Answer = new(1));
            seen.ShouldBe(0);
        });
        yield return Case("a monitor's flag is read by another thread", () =>
        {
            var holder = new Holder();
            var seen = false;
            Threads.Run(
                () => seen = holder.Taken,
                () =>
                {
                    Monitor.Enter(holder, ref holder.Taken);
                    Monitor.Exit(holder);
                });
            seen.ShouldBeFalse();
        });
        yield return Case("a spin lock's flag", () =>
        {
            var holder = new Holder();
            var seen = false;
            Threads.Run(
                () => seen = holder.Taken,
                () =>
                {
                    holder.Spin.TryEnter(ref holder.Taken);
                    holder.Spin.Exit();
                });
            seen.ShouldBeFalse();
        });
        yield return Case("tasks are replaced while WhenAll goes through them", () =>
        {
            Task[] tasks = [Task.CompletedTask];
            var failed = false;
            Threads.Run(
                () => failed = Task.WhenAll(tasks).IsFaulted,
                () => tasks[0] = Task.FromException(new FormatException()));
            failed.ShouldBeFalse();
        });
        yield return Case("a list of tasks grows", () =>
        {
            List<Task> tasks = [Task.CompletedTask];
            Threads.Run(() => Task.WhenAny(tasks), () => tasks.Add(Task.CompletedTask));
        });
        yield return Case("a stack hands out a range", () =>
        {
            var stack = new ConcurrentStack<int>([1]);
            var popped = new int[1];
            var seen = 0;
            Threads.Run(() => seen = popped[0], () => stack.TryPopRange(popped));
            seen.ShouldBe(0);
        });
        yield return Case("a field changes while the object is cloned", () =>
        {
            var sheep = new BlackSheep();
            var spots = 0;
            Threads.Run(() => spots = ((BlackSheep)sheep.Clone()).Spots, () => sheep.Spots = 1);
            spots.ShouldBe(0);
        });
        yield return Case("an array grows while an element is written", () =>
        {
            int[] numbers = [0];
            var gate = new object();
            Threads.Run(
                () =>
                {
                    int[] mine;
                    lock (gate) mine = numbers;
                    mine[0] = 1;
                },
                () => { lock (gate) Array.Resize(ref numbers, 2); });
            numbers[0].ShouldBe(1);
        });
        yield return Case("two sort overlapping parts", () =>
        {
            int[] numbers = [4, 3, 2, 1];
            Threads.Run(() => Array.Sort(numbers, 0, 3), () => Array.Sort(numbers, 2, 2));
        });
        yield return Case("an array segment reaches an element", () =>
        {
            var numbers = new int[4];
            var segment = new ArraySegment<int>(numbers, 1, 2);
            var sum = 0;
            Threads.Run(
                () =>
                {
                    foreach (var number in segment) sum += number;
                },
                () => numbers[2] = 1);
            sum.ShouldBe(0);
        });
        yield return Case("a Memory is copied into an array", () =>
        {
            int[] from = [1, 2], to = new int[4];
            var seen = 0;
            Threads.Run(() => seen = to[1], () => from.AsMemory().CopyTo(to));
            seen.ShouldBe(0);
        });
    }

    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("a token that is cancelled, not replaced", () =>
        {
            using var source = new CancellationTokenSource();
            var holder = new Holder { Token = source.Token };
            var seen = false;
            Threads.Run(() => seen = holder.Token.IsCancellationRequested, source.Cancel);
        });
        yield return Case("a flag of the thread's own", () =>
        {
            var gate = new object();
            var count = 0;
            Threads.Run(2, _ =>
            {
                var taken = false;
                Monitor.Enter(gate, ref taken);
                count++;
                if (taken) Monitor.Exit(gate);
            });
            count.ShouldBe(2);
        });
        yield return Case("two wait for the same tasks", () =>
        {
            List<Task> tasks = [Task.CompletedTask];
            Threads.Run(2, _ => Task.WhenAll(tasks).Wait());
        });
        yield return Case("two clones of one object", () =>
        {
            var sheep = new BlackSheep { Age = 2 };
            var ages = new int[2];
            Threads.Run(2, i => ages[i] = sheep.Clone().Age);
            ages.Sum().ShouldBe(4);
        });
        yield return Case("an array that grows under a lock", () =>
        {
            int[] numbers = [0];
            var gate = new object();
            Threads.Run(
                () => { lock (gate) numbers[0] = 1; },
                () => { lock (gate) Array.Resize(ref numbers, 2); });
            numbers.ShouldBe([1, 0]);
        });
        yield return Case("each sorts its half", () =>
        {
            int[] numbers = [2, 1, 4, 3];
            Threads.Run(2, i => Array.Sort(numbers, 2 * i, 2));
            numbers.ShouldBe([1, 2, 3, 4]);
        });
        yield return Case("each fills its half", () =>
        {
            var numbers = new int[4];
            Threads.Run(2, i => Array.Fill(numbers, i, 2 * i, 2));
            numbers.ShouldBe([0, 0, 1, 1]);
        });
        yield return Case("each copies a list into its half", () =>
        {
            List<int> list = [1, 2];
            var numbers = new int[4];
            Threads.Run(2, i => list.CopyTo(numbers, 2 * i));
            numbers.ShouldBe([1, 2, 1, 2]);
        });
        yield return Case("each copies bytes into its half", () =>
        {
            byte[] bytes = [1, 0, 0, 0];
            var numbers = new int[2];
            Threads.Run(2, i => Buffer.BlockCopy(bytes, 0, numbers, 4 * i, 4));
            numbers.ShouldBe([1, 1]);
        });
        yield return Case("each has a segment", () =>
        {
            var numbers = new int[4];
            Threads.Run(2, i =>
            {
                var segment = new ArraySegment<int>(numbers, 2 * i, 2);
                segment[1] = 1;
            });
            numbers.ShouldBe([0, 1, 0, 1]);
        });
        yield return Case("a span is copied into the front of an array", () =>
        {
            int[] from = [1, 2], to = new int[4];
            Threads.Run(() => from.AsSpan().CopyTo(to), () => to[2] = 3);
            to.ShouldBe([1, 2, 3, 0]);
        });
        yield return Case("halves of a large array", () =>
        {
            var numbers = new int[4000];
            Threads.Run(2, i => numbers.AsSpan(2000 * i, 2000).Fill(i));
            numbers[1999..2001].ShouldBe([0, 1]);
        });
    }

    [TestCaseSource(nameof(Wrong))]
    public void A_change_of_what_a_call_uses_is_a_race(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
    }

    [TestCaseSource(nameof(Right))]
    public void A_call_uses_no_more_than_its_arguments_say(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
