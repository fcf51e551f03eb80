using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>
/// A loop that polls carries something from round to round besides its locals: each of these gives up
/// after some rounds in vain, and a loop that only waited never would.
/// </summary>
public class CarriedTests
{
    private sealed class Cell
    {
        public int Open;
        public bool GaveUp;
        public SpinWait Spin;

        public bool IsOpen => Volatile.Read(ref Open) != 0;
    }

    [ThreadStatic]
    private static int tries;

    private static int Tried() => ++tries;

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Polls("a local that a finally changes", c =>
        {
            var n = 0;
            while (true)
            {
                try { if (c.IsOpen) break; }
                finally { n++; }
                if (n == 3) { c.GaveUp = true; return; }
            }
        });
        yield return Polls("a local that a finally changes, on the way to the next round", c =>
        {
            var n = 0;
            while (!c.IsOpen)
            {
                if (n == 2) { c.GaveUp = true; return; }
                try { continue; }
                finally { n++; }
            }
        });
        yield return Polls("a local that a filter changes", c =>
        {
            var n = 0;
            while (true)
            {
                try
                {
                    if (!c.IsOpen) throw new FormatException();
                    break;
                }
                catch (FormatException) when (++n < 3) { }
                catch (FormatException) { c.GaveUp = true; return; }
            }
        });
        yield return Polls("a local that is changed behind a filter", c =>
        {
            var before = 0;
            while (true)
            {
                try
                {
                    if (!c.IsOpen) throw new FormatException();
                    break;
                }
                catch (FormatException e) when (e.Message.Length > 0)
                {
                    if (before == 1) { c.GaveUp = true; return; }
                    before = 1;
                }
            }
        });
        yield return Polls("a thread static", c =>
        {
            tries = 0;
            while (!c.IsOpen) if (++tries == 3) { c.GaveUp = true; return; }
        });
        yield return Polls("a thread static of a called method", c =>
        {
            tries = 0;
            while (!c.IsOpen) if (Tried() == 3) { c.GaveUp = true; return; }
        });
        yield return Polls("a thread static that is read after the loop", c =>
        {
            tries = 0;
            while (!c.IsOpen) tries++;
            c.GaveUp = tries > 1;
        });
        yield return Polls("a ThreadLocal", c =>
        {
            using var rounds = new ThreadLocal<int>();
            while (!c.IsOpen) if (++rounds.Value == 3) { c.GaveUp = true; return; }
        });
        yield return Polls("an AsyncLocal", c =>
        {
            var rounds = new AsyncLocal<int>();
            while (!c.IsOpen) if (++rounds.Value == 3) { c.GaveUp = true; return; }
        });
        yield return Polls("the thread's name", c =>
        {
            while (!c.IsOpen)
            {
                Thread.CurrentThread.Name += "x";
                if (Thread.CurrentThread.Name == "xx") { c.GaveUp = true; return; }
            }
        });
        yield return Polls("a reference to a local", c =>
        {
            var x = 0;
            ref var n = ref x;
            while (!c.IsOpen) if (++n == 3) { c.GaveUp = true; return; }
        });
        yield return Polls("a reference to a field of a local", c =>
        {
            var pair = (A: 0, B: 0);
            ref var n = ref pair.B;
            while (!c.IsOpen) if (++n == 3) { c.GaveUp = true; return; }
        });
        yield return Polls("a span on the stack", c =>
        {
            Span<int> counts = stackalloc int[2];
            while (!c.IsOpen) if (++counts[1] == 3) { c.GaveUp = true; return; }
        });
        yield return Polls("a pointer to a local", ByPointer);
        yield return Polls("a SpinWait in a field", c =>
        {
            while (!c.IsOpen) c.Spin.SpinOnce();
            c.GaveUp = c.Spin.Count > 1;
        });
        yield return Polls("pauses that get shorter", c =>
        {
            try
            {
                for (var left = 2; !c.IsOpen; left--) Thread.Sleep(30 / left);
            }
            catch (DivideByZeroException)
            {
                c.GaveUp = true;
            }
        });
    }

    private static unsafe void ByPointer(Cell cell)
    {
        var x = 0;
        var n = &x;
        while (!cell.IsOpen) if (++*n == 3) { cell.GaveUp = true; return; }
    }

    private static IEnumerable<TestCaseData> Right()
    {
        yield return Polls("a finally that changes nothing it keeps", c =>
        {
            var inside = 0;
            while (true)
            {
                try
                {
                    inside++;
                    if (c.IsOpen) break;
                }
                finally { inside--; }
            }
        });
        yield return Polls("a filter that looks", c =>
        {
            while (true)
            {
                try
                {
                    if (!c.IsOpen) throw new FormatException();
                    break;
                }
                catch (FormatException e) when (e.Message.Length > 0) { }
            }
        });
        yield return Polls("a thread static that is as it was", c =>
        {
            tries = 0;
            while (!c.IsOpen)
            {
                tries++;
                Thread.Yield();
                tries--;
            }
            c.GaveUp = tries != 0;
        });
        yield return Polls("a ThreadLocal that is set to the same", c =>
        {
            using var last = new ThreadLocal<string> { Value = "closed" };
            while (!c.IsOpen) last.Value = "closed";
        });
        yield return Polls("an AsyncLocal that is only read", c =>
        {
            var name = new AsyncLocal<string> { Value = "poll" };
            while (!c.IsOpen) c.GaveUp |= name.Value != "poll";
        });
        yield return Polls("a reference that is only read through", c =>
        {
            var x = 1;
            ref readonly var n = ref x;
            while (!c.IsOpen) c.GaveUp |= n != 1;
        });
        yield return Polls("a SpinWait of its own", c =>
        {
            var spin = new SpinWait();
            while (!c.IsOpen) spin.SpinOnce();
        });
    }

    private static TestCaseData Polls(string what, Action<Cell> poll) => new((Action)(() =>
    {
        var cell = new Cell();
        Threads.Run(() => poll(cell), () => Volatile.Write(ref cell.Open, 1));
        cell.GaveUp.ShouldBeFalse();
    })) { TestName = what };

    [TestCaseSource(nameof(Wrong))]
    public void A_loop_that_gives_up_is_no_wait(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
    }

    [TestCaseSource(nameof(Right))]
    public void A_loop_that_is_as_it_was_is_a_wait(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Executions.ShouldBe(2);
    }
}
