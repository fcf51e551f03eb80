using NUnit.Framework;
using Shouldly;
using OptimizationLevel = Microsoft.CodeAnalysis.OptimizationLevel;

namespace Interleavings.Tests.Weaving;

[TestFixture(OptimizationLevel.Debug)]
[TestFixture(OptimizationLevel.Release)]
sealed class LoopTests(OptimizationLevel level)
{
    string[] Hooks(string statement) => [.. Snippet.Weave(
        $$"""
        class Subject
        {
            volatile bool done; int count; int[] slots; Subject next; List<int> list;
            bool IsDone => done;
            bool IsDoneAfterAll { get { var d = IsDone; if (!d) return Volatile.Read(ref count) > 3; return d; } }
            bool TryTake() => Interlocked.CompareExchange(ref count, 1, 0) == 0;
            bool Bump() { count++; return done; }
            public virtual bool Overridable => done;
            void Run() { {{statement}} }
        }
        """, level).Hooks("Run").Where(h => h.StartsWith("Loop") || h.StartsWith("Spin"))];

    [TestCase("while (!done) ;")]
    [TestCase("while (!done) { }")]
    [TestCase("while (!done) Thread.Yield();")]
    [TestCase("do { Thread.SpinWait(1); } while (!done);")]
    [TestCase("while (true) { if (done) break; }")]
    [TestCase("while (true) { if (done) return; Thread.Sleep(0); }")]
    [TestCase("for (;;) { if (done || count > 3) break; }")]
    [TestCase("while (Volatile.Read(ref count) < 3) ;")]
    [TestCase("while (!IsDone) ;")]
    [TestCase("while (!IsDoneAfterAll) ;")]
    [TestCase("while (slots[0] == 0) ;")]
    [TestCase("while (list.Count == 0) ;")]
    [TestCase("int seen; while ((seen = count) < 3) ; Console.Write(seen);")]
    [TestCase("while (next != null && next.count == 0) ;")]
    [TestCase("while (Interlocked.CompareExchange(ref count, 1, 0) != 0) ;")]
    [TestCase("while (Interlocked.Exchange(ref count, 1) == 1) Thread.SpinWait(1);")]
    [TestCase("while (!Monitor.TryEnter(list)) { }")]
    [TestCase("while (!TryTake()) { }")]
    public void A_loop_that_only_reads_waits_for_a_change(string loop)
    {
        var hooks = Hooks(loop);

        hooks.ShouldContain("SpinHead");
        hooks.ShouldContain("SpinBack");
        hooks.ShouldNotContain("Loop");
    }

    [TestCase("while (!done) count++;")]
    [TestCase("var rounds = 0; while (!done) rounds++;")]
    [TestCase("for (var i = 0; i < 3; i++) Thread.Yield();")]
    [TestCase("while (!Bump()) ;")]
    [TestCase("while (!Overridable) ;")]
    [TestCase("while (!done) Console.WriteLine();")]
    [TestCase("while (!done) lock (slots) { }")]
    [TestCase("while (!done) slots[0] = 1;")]
    [TestCase("while (Interlocked.Increment(ref count) < 3) ;")]
    [TestCase("var node = this; while (node != null) node = node.next;")]
    [TestCase("while (!done) { while (count > 0) count--; }")]
    [TestCase("int last = 0; while (true) { var now = count; if (now > last) break; last = now; }")]
    [TestCase("int x = 0; ref var at = ref x; while (!done) { at = count; }")]
    public void A_loop_that_does_something_goes_round(string loop)
    {
        var hooks = Hooks(loop);

        hooks.ShouldContain("Loop");
        hooks.ShouldNotContain("SpinBack");
    }

    [Test]
    public void Only_the_way_back_passes_the_hook()
    {
        var snippet = Snippet.Weave("""
            public static class Program
            {
                public static object Run() { var n = 0; do { n++; } while (n < 5); return n; }
            }
            """, level);

        var run = Snippet.Methods(snippet.Woven).Single(m => m.Name == "Run").Body;
        var hook = run.Instructions.Single(i => i.ToString().Contains("Hook::Loop"));
        hook.Next.OpCode.FlowControl.ShouldBe(Mono.Cecil.Cil.FlowControl.Branch);
        run.Instructions.ShouldContain(i => i.Operand == hook.Previous, "only a jump leads there");
        Snippet.Run(snippet.Woven).ShouldBe(5);
    }

    [Test]
    public void A_method_that_calls_is_entered_and_a_leaf_is_not()
    {
        var snippet = Snippet.Weave("class Subject { void Run() => Leaf(); void Leaf() { } }", level);

        snippet.AllHooks("Run").ShouldBe(["Enter"]);
        snippet.AllHooks("Leaf").ShouldBeEmpty();
    }
}
