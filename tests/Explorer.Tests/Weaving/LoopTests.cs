using NUnit.Framework;
using Shouldly;
using OptimizationLevel = Microsoft.CodeAnalysis.OptimizationLevel;

namespace Interleavings.Tests.Weaving;

/// <summary>Which of its own variables a loop compares with those of the round before.</summary>
[TestFixture(OptimizationLevel.Debug)]
[TestFixture(OptimizationLevel.Release)]
sealed class LoopTests(OptimizationLevel level)
{
    string[] Hooks(string statement, string signature = "void Run()") => [.. Snippet.Weave(
        $$"""
        class Subject
        {
            volatile bool done; int count; int[] slots; Subject next; List<int> list;
            bool TryTake(out int item) { item = count; return done; }
            {{signature}} { {{statement}} }
        }
        """, level).AllHooks(signature.Contains("async") ? "MoveNext" : "Run")
        .Where(h => h is "LoopHead" or "LoopRound" or "IsAsBefore" or "ChangesUnseen"
            || h.StartsWith("LoopHead") || h.StartsWith("LoopRound"))
        .Select(h => h.Split(' ')[0])];

    int Compared(string statement, string signature = "void Run()")
    {
        var hooks = Hooks(statement, signature);
        hooks.ShouldContain("LoopHead");
        hooks.ShouldContain("LoopRound");
        return hooks.Count(h => h == "IsAsBefore");
    }

    [TestCase("while (!done) ;")]
    [TestCase("while (!done) count++;")]
    [TestCase("do { Thread.SpinWait(1); } while (!done);")]
    [TestCase("while (true) { if (done) break; }")]
    [TestCase("for (;;) { if (done || count > 3) break; }")]
    [TestCase("again: if (!done) goto again;")]
    [TestCase("while (true) { try { if (done) return; } catch (Exception) { } }")]
    [TestCase("int seen; while ((seen = count) < 3) ; Console.Write(seen);")]
    [TestCase("while (next != null && next.count == 0) ;")]
    [TestCase("while (!TryTake(out var item)) ;")]
    [TestCase("var rounds = 0; while (!done) rounds++;")]
    [TestCase("for (var i = 0; i < 3; i++) Thread.Yield();")]
    [TestCase("int item; while (!TryTake(out item)) ; Console.Write(item);")]
    public void A_local_that_no_later_round_reads_is_not_compared(string loop) =>
        Compared(loop).ShouldBe(0);

    [TestCase("var node = this; while (node != null) node = node.next;", 1)]
    [TestCase("int last = 0; while (true) { var now = count; if (now > last) break; last = now; }", 1)]
    [TestCase("int left = 3, tries = 0; while (left > 0) { if (done) left--; else tries++; }", 1)]
    public void A_local_that_a_later_round_reads_is_compared(string loop, int compared) =>
        Compared(loop).ShouldBe(compared);

    [TestCase("var rounds = 0; while (!done) rounds++; Console.Write(rounds);")]
    [TestCase("for (var i = 0; i < 3; i++) count++;")]
    [TestCase("for (var i = 9; i >= 0; i -= 3) count++;")]
    [TestCase("for (var i = 0; i < 9; i++) { if (done) continue; count++; }")]
    [TestCase("for (var i = 0; i < 9; i++) { if (done) i += 2; }")]
    [TestCase("var i = 0; while (i < 9) { if (done) { i++; continue; } count++; i += 2; }")]
    public void A_loop_that_counts_is_not_compared(string loop) =>
        Hooks(loop).ShouldBe(["LoopHead"]);

    [TestCase("var i = 0; while (i < 9) { if (done) i++; }")]
    [TestCase("var i = 0; while (i < 9) { if (done) i++; else i--; }")]
    [TestCase("var i = 0; while (i < 9) { i++; if (done) i = 0; }")]
    [TestCase("var i = 0; while (i < 9) { count++; i += 1 << 30; }")]
    [TestCase("var i = 0; while (i < 9) { count++; i += count; }")]
    [TestCase("var i = 0; while (i < 9) { count++; i = count + 1; }")]
    [TestCase("var i = 0; while (i < 9) { try { if (done) throw new(); i++; } catch (Exception) { } }")]
    public void A_loop_that_counts_in_some_rounds_only_is_compared(string loop) =>
        Compared(loop).ShouldBe(1);

    [TestCase("var i = 0; while (i < 9) { i++; Interlocked.Decrement(ref i); }")]
    [TestCase("var i = 0; while (i < 9) { i++; TryTake(out i); }")]
    public void A_count_that_others_may_change_is_compared(string loop) =>
        Hooks(loop).ShouldContain("LoopRound");

    [TestCase("var n = 1; while (!done) { Thread.SpinWait(n); n *= 2; }")]
    [TestCase("var n = 1; while (!done) { Thread.Sleep(n); n = Math.Min(n * 2, 100); }")]
    [TestCase("var n = 1; while (!done) { Thread.Sleep(n); if (n < 100) n <<= 1; }")]
    [TestCase("var n = 1; while (!done) { Thread.Sleep(n); n = n < 100 ? n * 2 : 100; }")]
    [TestCase("var n = 0; while (!done) { if (++n > 10) Thread.Sleep(1); else Thread.Yield(); }")]
    [TestCase("var t = TimeSpan.FromMilliseconds(1); while (!done) { Thread.Sleep(t); t *= 2; }")]
    [TestCase("var spin = new SpinWait(); while (!done) spin.SpinOnce();")]
    [TestCase("var spin = new SpinWait(); while (!done) { if (spin.NextSpinWillYield) Thread.Sleep(0); spin.SpinOnce(); }")]
    [TestCase("var n = 1; while (!Monitor.TryEnter(list, n)) n *= 2;")]
    public void A_local_that_only_says_how_long_to_pause_is_not_compared(string loop) =>
        Compared(loop).ShouldBe(0);

    [TestCase("var n = 1; while (!done) { Thread.Sleep(n); n *= 2; } Console.Write(n);")]
    [TestCase("var n = 1; while (!done && n < 100) { Thread.Sleep(n); n *= 2; }")]
    [TestCase("var n = 1; while (!done) { Thread.Sleep(n); if (n++ > 9) count = 1; }")]
    [TestCase("var n = 1; while (!done) { Thread.Sleep(n); if (n++ > 9) return; }")]
    [TestCase("var spin = new SpinWait(); while (!done && spin.Count < 9) spin.SpinOnce();")]
    public void A_local_that_decides_more_than_a_pause_is_compared(string loop) =>
        Compared(loop).ShouldBe(1);

    [Test]
    public void A_local_that_outlives_an_await_is_compared()
    {
        const string signature = "async Task Run()";

        // An optimising compiler keeps "this" in a local, which is always the same.
        var others = Compared("while (!done) await Task.Delay(1);", signature);
        Compared("var n = 0; while (!done && n < 9) { await Task.Yield(); n++; }", signature)
            .ShouldBe(others + 1);
        Compared("var n = 1; while (!done) { await Task.Delay(n); n *= 2; }", signature)
            .ShouldBe(others);
    }

    [TestCase("while (!done) Console.WriteLine();", 0)]
    [TestCase("while (!done) Console.Beep();", 1)]
    [TestCase("Console.Title = \"\";", 1)]
    [TestCase("GC.KeepAlive(list); ArgumentNullException.ThrowIfNull(list);", 0)]
    [TestCase("_ = Math.Max(count, 1);", 0)]
    public void A_call_for_its_effect_is_told(string statement, int told) =>
        Hooks(statement).Count(h => h == "ChangesUnseen").ShouldBe(told);

    [Test]
    public void A_loop_does_as_it_did()
    {
        var snippet = Snippet.Weave("""
            public static class Program
            {
                public static object Run() { var n = 0; do { n++; } while (n < 5); return n; }
            }
            """, level);

        Snippet.Run(snippet.Woven).ShouldBe(5);
    }

    [Test]
    public void A_method_that_calls_is_entered_and_a_leaf_is_not()
    {
        var snippet = Snippet.Weave("class Subject { void Run() => Leaf(); void Leaf() { } }", level);

        snippet.AllHooks("Run").ShouldBe(["Enter", "Leave"]);
        snippet.AllHooks("Leaf").ShouldBeEmpty();
    }
}
