using System.Threading.Tasks.Sources;
using Interleavings.Tests.Async;
using NUnit.Framework;

namespace Interleavings.Tests.Primitives;

/// <summary>Objects that a ValueTask asks, used as their core allows, and otherwise.</summary>
public class ValueTaskSourceTests
{
    private static IEnumerable<TestCaseData> Programs()
    {
        yield return Judged.Holds("set once and awaited once", async () =>
        {
            var source = new Asked();
            var setter = Task.Run(() => source.Set(1));
            AsyncPrograms.Check(await source.Next() == 1);
            await setter;
        });
        yield return Judged.Holds("two rounds, one after the other", async () =>
        {
            var source = new Asked();
            for (var round = 1; round <= 2; round++)
            {
                var value = round;
                var next = source.Next();
                var setter = Task.Run(() => source.Set(value));
                AsyncPrograms.Check(await next == value);
                await setter;
                source.Reset();
            }
        });
        yield return Judged.Fails("set twice in one round", async () =>
        {
            var source = new Asked();
            var next = source.Next();
            var (one, two) = (Task.Run(() => source.Set(1)), Task.Run(() => source.Set(2)));
            await next;
            await one;
            await two;
        }, FailureKind.Exception);
        yield return Judged.Fails("set twice, with a reset when the result is taken", async () =>
        {
            var source = new Asked { ResetsItself = true };
            var next = source.Next();
            var (one, two) = (Task.Run(() => source.Set(1)), Task.Run(() => source.Set(2)));
            await next;
            await one;
            await two;
        }, FailureKind.Exception);
        yield return Judged.Fails("a late result meets the next round", async () =>
        {
            var source = new Asked();
            var setter = Task.Run(() => source.Set(1));
            source.Reset();
            var next = source.Next();
            var second = Task.Run(() => { try { source.Set(2); } catch (InvalidOperationException) { } });
            AsyncPrograms.Check(await next == 2);
            await setter;
            await second;
        }, FailureKind.Assertion, FailureKind.Exception);
        yield return Judged.Fails("the status of an earlier round", () =>
        {
            var source = new Asked();
            var token = source.Version;
            source.Reset();
            source.GetStatus(token);
        }, FailureKind.Exception);
        yield return Judged.Fails("an earlier round is awaited", async () =>
        {
            var source = new Asked();
            var next = source.Next();
            source.Reset();
            await next;
        }, FailureKind.Exception);
        yield return Judged.Fails("a reset races with the await", async () =>
        {
            var source = new Asked();
            var next = source.Next();
            source.Set(1);
            var reset = Task.Run(source.Reset);
            await next;
            await reset;
        }, FailureKind.Exception);
        yield return Judged.Fails("the result is taken before it is there", () =>
        {
            var source = new Asked();
            source.GetResult(source.Version);
        }, FailureKind.Exception);
        yield return Judged.Fails("two await one round", async () =>
        {
            var source = new Asked();
            var next = source.Next();
            var (one, two) = (Await(next), Await(next));
            source.Set(1);
            await one;
            await two;
        }, FailureKind.Exception);
        yield return Judged.Holds("two ask for a result that is there", async () =>
        {
            var source = new Asked();
            var next = source.Next();
            source.Set(1);
            await Await(next);
            await Await(next);
        });
    }

    [TestCaseSource(nameof(Programs))]
    public void Is_judged(Func<Verdict> explore, FailureKind[] kinds) => Judged.Judge(explore, kinds);

    private static async Task Await(ValueTask<int> value) => await value;

    private sealed class Asked : IValueTaskSource<int>
    {
        private ManualResetValueTaskSourceCore<int> _core;

        internal bool ResetsItself { get; init; }

        internal short Version => _core.Version;

        internal ValueTask<int> Next() => new(this, _core.Version);

        internal void Set(int value) => _core.SetResult(value);

        internal void Reset() => _core.Reset();

        public int GetResult(short token)
        {
            var result = _core.GetResult(token);
            if (ResetsItself) _core.Reset();
            return result;
        }

        public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token,
            ValueTaskSourceOnCompletedFlags flags) => _core.OnCompleted(continuation, state, token, flags);
    }
}
