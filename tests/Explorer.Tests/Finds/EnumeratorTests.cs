using System.Collections;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>An enumerator that two threads share is a variable: how far it has come.</summary>
public class EnumeratorTests
{
    private static IEnumerable<int> Upto(int count)
    {
        for (var i = 0; i < count; i++) yield return i;
    }

    private static int Sum(IEnumerator<int> numbers)
    {
        var sum = 0;
        using (numbers)
        {
            while (numbers.MoveNext()) sum += numbers.Current;
        }
        return sum;
    }

    private sealed class WorkList(IEnumerable<int> work)
    {
        private readonly IEnumerator<int> _work = work.GetEnumerator();

        internal int? Next() => _work.MoveNext() ? _work.Current : null;
    }

    private sealed class Countdown(int from) : IEnumerator<int>
    {
        public int Current { get; private set; } = from;

        object IEnumerator.Current => Current;

        public bool MoveNext() => --Current >= 0;

        public void Reset() => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Shared("an iterator", () => Upto(2).GetEnumerator());
        yield return Shared("an iterator in a local function", () =>
        {
            return Local().GetEnumerator();

            static IEnumerable<int> Local()
            {
                yield return 1;
                yield return 2;
            }
        });
        yield return Shared("that of a list", () => new List<int> { 1, 2 }.GetEnumerator());
        yield return Shared("that of a query", () => Upto(2).Select(n => n + 1).GetEnumerator());
        yield return Shared("that of an array", () => new[] { 1, 2 }.GetEnumerator());
        yield return Shared("that of a string", () => "ab".GetEnumerator());
        yield return Shared("that of a hash table", () => new Hashtable { [1] = 1 }.GetEnumerator());
        yield return Shared("a class of one's own", () => new Countdown(2));
        yield return Case("one goes on, one looks", () =>
        {
            var numbers = Upto(2).GetEnumerator();
            Threads.Run(() => numbers.MoveNext(), () => _ = numbers.Current);
        });
        yield return Case("one goes on, one disposes of it", () =>
        {
            var numbers = Upto(2).GetEnumerator();
            Threads.Run(() => numbers.MoveNext(), () => { using (numbers) { } });
        });
        yield return Case("handed to a method", () =>
        {
            var numbers = Upto(2).GetEnumerator();
            Threads.Run(() => Sum(numbers), () => Sum(numbers));
        });
        yield return Case("in a field", () =>
        {
            var list = new WorkList(Upto(2));
            Threads.Run(() => list.Next(), () => list.Next());
        });
        yield return Case("by a delegate", () =>
        {
            Func<bool> next = Upto(2).GetEnumerator().MoveNext;
            Threads.Run(() => next(), () => next());
        });
        yield return Case("the array changes that it goes over", () =>
        {
            int[] array = [1, 2];
            var numbers = ((IEnumerable<int>)array).GetEnumerator();
            Threads.Run(() => numbers.MoveNext(), () => array[1] = 3);
        });
    }

    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("under a lock", () =>
        {
            var numbers = Upto(2).GetEnumerator();
            Threads.Run(2, _ => { lock (numbers) numbers.MoveNext().ShouldBeTrue(); });
        });
        yield return Case("in a field, under a lock", () =>
        {
            var list = new WorkList(Upto(2));
            int? one = null, other = null;
            Threads.Run(
                () => { lock (list) one = list.Next(); },
                () => { lock (list) other = list.Next(); });
            (one + other).ShouldBe(1);
        });
        yield return Case("each goes over one sequence", () =>
        {
            var numbers = Upto(3);
            Threads.Run(2, _ =>
            {
                var sum = 0;
                foreach (var n in numbers) sum += n;
                sum.ShouldBe(3);
            });
        });
        yield return Case("each asks one sequence for its own", () =>
        {
            var numbers = Upto(3);
            Threads.Run(2, _ => Sum(numbers.GetEnumerator()).ShouldBe(3));
        });
        yield return Case("each asks one query for its own", () =>
        {
            var numbers = new[] { 0, 1, 2 }.Select(n => n);
            Threads.Run(2, _ => Sum(numbers.GetEnumerator()).ShouldBe(3));
        });
        yield return Case("one after the other", () =>
        {
            var numbers = Upto(2).GetEnumerator();
            numbers.MoveNext();
            Threads.Run(() => numbers.MoveNext());
            numbers.Current.ShouldBe(1);
        });
    }

    [TestCaseSource(nameof(Wrong))]
    public void Two_threads_that_share_one_race(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Failure!.Kind.ShouldBe(FailureKind.DataRace);
    }

    [TestCaseSource(nameof(Right))]
    public void Two_threads_that_take_turns_or_have_their_own_do_not(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static TestCaseData Shared(string name, Func<IEnumerator> ask) => Case(name, () =>
    {
        var shared = ask();
        Threads.Run(() => shared.MoveNext(), () => shared.MoveNext());
    });

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
