using System.Runtime.Loader;
using NUnit.Framework;
using Shouldly;
using OptimizationLevel = Microsoft.CodeAnalysis.OptimizationLevel;

namespace Interleavings.Tests.Weaving;

/// <summary>From source to verdict: what the weaver puts in is what the explorer needs.</summary>
[TestFixture(OptimizationLevel.Debug)]
[TestFixture(OptimizationLevel.Release)]
sealed class ExploredTests(OptimizationLevel level)
{
    Verdict Explore(string body, string more = "")
    {
        var snippet = Snippet.Weave(
            $$"""
            public static class Program
            {
                public static void Run() { {{body}} }
                static void Both(ThreadStart a, ThreadStart b)
                {
                    Thread[] threads = [new(a), new(b)];
                    foreach (var thread in threads) thread.Start();
                    foreach (var thread in threads) thread.Join();
                }
                static void Check(bool holds) { if (!holds) throw new Exception("broken"); }
                {{more}}
            }
            """, level);
        var assembly = new AssemblyLoadContext(null).LoadFromStream(
            new MemoryStream(snippet.Woven.Dll), new MemoryStream(snippet.Woven.Pdb));
        var run = assembly.GetType("Program")!.GetMethod("Run")!.CreateDelegate<Action>();
        return Explorer.Explore(run);
    }

    [TestCase("var n = 0; Both(() => n++, () => n++); Check(n == 2);", "", Outcome.Broken)]
    [TestCase("var n = 0; var gate = new object(); Both(() => { lock (gate) n++; }, () => { lock (gate) n++; }); Check(n == 2);", "", Outcome.Proved)]
    [TestCase("var n = 0; var gate = new Lock(); Both(() => { lock (gate) n++; }, () => { lock (gate) n++; }); Check(n == 2);", "", Outcome.Proved)]
    [TestCase("var n = 0; Both(() => Interlocked.Increment(ref n), () => Interlocked.Increment(ref n)); Check(n == 2);", "", Outcome.Proved)]
    [TestCase("var list = new List<int>(); Both(() => list.Add(1), () => list.Add(2)); ", "", Outcome.Broken)]
    [TestCase("var list = new List<int>(); Both(() => { lock (list) list.Add(1); }, () => { lock (list) list.Add(2); }); Check(list.Sum() == 3);", "", Outcome.Proved)]
    [TestCase("Both(() => count++, () => { }); Check(count == 1);", "static int count;", Outcome.Proved)]
    [TestCase("count++; Check(count == 8); Both(() => made.Add(1), () => { }); Check(made.Count == 1);", "static int count = 7; static readonly List<int> made = new();", Outcome.Proved)]
    [TestCase("Both(() => { value = 5; ready = true; }, () => { while (!ready) ; Check(value == 5); });", "static int value; static volatile bool ready;", Outcome.Proved)]
    [TestCase("Both(() => { value = 5; ready = true; }, () => { while (!ready) Thread.Yield(); Check(value == 5); });", "static int value; static bool ready;", Outcome.Broken)]
    [TestCase("Both(() => { }, () => { while (!ready) ; });", "static volatile bool ready;", Outcome.Broken)]
    [TestCase("var a = new int[2]; Both(() => a[0] = 1, () => a[1] = 2); Check(a.Sum() == 3);", "", Outcome.Proved)]
    [TestCase("var g = new int[1, 2]; Both(() => g[0, 0]++, () => g[0, 0]++);", "", Outcome.Broken)]
    [TestCase("var p = new Holder(); Both(() => p.At.Move(), () => p.At.Move());", "struct P { public int X; public void Move() => X++; } class Holder { public P At; }", Outcome.Broken)]
    [TestCase("var text = new StringBuilder(); Both(() => text.Append(1), () => text.ToString());", "", Outcome.Broken)]
    [TestCase("var n = 0; Both(() => Add(ref n), () => Add(ref n));", "static void Add(ref int n) => n++;", Outcome.Broken)]
    [TestCase("var box = new Box<string>(); Both(() => box.Put(\"a\"), () => box.Put(\"b\"));", "class Box<T> { T held; public void Put(T value) => held = value; }", Outcome.Broken)]
    [TestCase("var barrier = new Barrier(2); Both(barrier.SignalAndWait, barrier.SignalAndWait);", "", Outcome.Proved)]
    [TestCase("new Mutex(false, \"katas\").WaitOne();", "", Outcome.Refused)]
    [TestCase("Both(() => { try { while (true) { } } catch (Exception) { } }, () => { });", "", Outcome.Broken)]
    [TestCase("Both(() => Deep(1), () => { });", "static int Deep(int n) => Deep(n + 1) + 1;", Outcome.Broken)]
    public void A_program_gets_its_verdict(string body, string more, Outcome expected)
    {
        var verdict = Explore(body, more);

        verdict.Outcome.ShouldBe(expected, verdict.ToString());
    }
}
