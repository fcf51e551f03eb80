using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>
/// A read-only field is set before another thread can look, unless the constructor lets the object
/// get out first.
/// </summary>
public class ConstructionTests
{
    private static class Board
    {
        internal static volatile object? Posted;
    }

    private sealed class Stored
    {
        internal readonly int N;

        internal Stored()
        {
            Board.Posted = this;
            N = 5;
        }
    }

    private sealed class StoredLast
    {
        internal readonly int N;

        internal StoredLast()
        {
            N = 5;
            Board.Posted = this;
        }
    }

    private sealed class GetOnly
    {
        internal GetOnly()
        {
            Post();
            N = 5;
        }

        internal int N { get; }

        private void Post() => Board.Posted = this;
    }

    private sealed class Starts
    {
        private readonly Thread _worker;
        private readonly int _n;

        internal Starts()
        {
            _worker = new(() => Seen = _n);
            _worker.Start();
            _n = 5;
        }

        internal int Seen { get; private set; }

        internal void Join() => _worker.Join();
    }

    private sealed class StartsLast
    {
        private readonly Thread _worker;
        private readonly int _n;

        internal StartsLast()
        {
            _worker = new(() => Seen = _n);
            _n = 5;
            _worker.Start();
        }

        internal int Seen { get; private set; }

        internal void Join() => _worker.Join();
    }

    private abstract class Posting
    {
        protected Posting() => Board.Posted = this;
    }

    private sealed class OverPosting : Posting
    {
        internal readonly int N;

        internal OverPosting() => N = 5;
    }

    private sealed class InitialisedOverPosting : Posting
    {
        internal readonly int N = 5;
    }

    private class Calling
    {
        internal readonly int N;

        protected Calling()
        {
            Prepare();
            N = 5;
        }

        protected virtual void Prepare()
        {
        }
    }

    private sealed class PostsWhenCalled : Calling
    {
        protected override void Prepare() => Board.Posted = this;
    }

    private record Settings
    {
        internal int N { get; init; }
    }

    private sealed record PostedSettings : Settings
    {
        internal PostedSettings() => Board.Posted = this;
    }

    private sealed class Chained
    {
        internal readonly int N;

        private Chained() => Board.Posted = this;

        internal Chained(int n)
            : this() => N = n;
    }

    private sealed class Of<T>
    {
        internal readonly T Value;

        internal Of(T value)
        {
            Board.Posted = this;
            Value = value;
        }
    }

    private sealed class Subscribes
    {
        internal readonly int N;

        internal Subscribes(List<Action> listeners)
        {
            lock (listeners) listeners.Add(() => N.ShouldBe(5));
            N = 5;
        }
    }

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Seen("stored in a static", () => new Stored(), static (Stored s) => s.N);
        yield return Seen("a get-only property, by a method",
            () => new GetOnly(), static (GetOnly s) => s.N);
        yield return Seen("by the base's constructor",
            () => new OverPosting(), static (OverPosting s) => s.N);
        yield return Seen("by an override that the base's constructor calls",
            () => new PostsWhenCalled(), static (PostsWhenCalled s) => s.N);
        yield return Seen("before an init accessor",
            () => new PostedSettings { N = 5 }, static (PostedSettings s) => s.N);
        yield return Seen("by another constructor",
            () => new Chained(5), static (Chained s) => s.N);
        yield return Seen("of a generic type", () => new Of<int>(5), static (Of<int> s) => s.Value);
        yield return Case("a thread that the constructor starts", () =>
        {
            var starts = new Starts();
            starts.Join();
            starts.Seen.ShouldBe(5);
        });
        yield return Case("a delegate that the constructor hands out", () =>
        {
            var listeners = new List<Action>();
            Threads.Run(
                () => _ = new Subscribes(listeners),
                () =>
                {
                    Action[] all;
                    lock (listeners) all = [.. listeners];
                    foreach (var listener in all) listener();
                });
        });
    }

    private static IEnumerable<TestCaseData> Right()
    {
        yield return Seen("stored when all is set",
            () => new StoredLast(), static (StoredLast s) => s.N);
        yield return Seen("set before the base's constructor",
            () => new InitialisedOverPosting(), static (InitialisedOverPosting s) => s.N);
        yield return Case("a thread that is started last", () =>
        {
            var starts = new StartsLast();
            starts.Join();
            starts.Seen.ShouldBe(5);
        });
        yield return Case("stored by who made it", () =>
            Threads.Run(
                () => Board.Posted = new Settings { N = 5 },
                () => (Board.Posted as Settings)?.N.ShouldBe(5)));
    }

    [TestCaseSource(nameof(Wrong))]
    public void A_read_only_field_is_seen_before_it_is_set(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
    }

    [TestCaseSource(nameof(Right))]
    public void A_read_only_field_is_set_before_another_thread_looks(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static TestCaseData Seen<T>(string name, Func<T> make, Func<T, int> look)
        where T : class => Case(name, () =>
    {
        Threads.Run(
            () => make(),
            () =>
            {
                if (Board.Posted is T seen) look(seen).ShouldBe(5);
            });
    });

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
