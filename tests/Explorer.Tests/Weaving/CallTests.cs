using NUnit.Framework;
using Shouldly;
using OptimizationLevel = Microsoft.CodeAnalysis.OptimizationLevel;

namespace Interleavings.Tests.Weaving;

[TestFixture(OptimizationLevel.Debug)]
[TestFixture(OptimizationLevel.Release)]
sealed class CallTests(OptimizationLevel level)
{
    string[] Hooks(string statement, string parameters = "", string members = "") => Snippet.Weave(
        $$"""
        class Subject
        {
            {{members}}
            void Run({{parameters}}) { {{statement}} }
        }
        """, level).Hooks("Run");

    [Test]
    public void A_lock_is_named_after_what_is_locked()
    {
        Hooks("lock (from) { }", "object from")
            .ShouldBe(["MonitorModel.Enter from", "MonitorModel.Exit from"]);
        Hooks("lock (this) { }").ShouldBe(["MonitorModel.Enter this", "MonitorModel.Exit this"]);
        Hooks("lock (gate) { }", members: "readonly object gate = new();")
            .ShouldBe(["MonitorModel.Enter gate", "MonitorModel.Exit gate"]);
        Hooks("lock (typeof(Subject)) { }")
            .ShouldBe(["MonitorModel.Enter typeof(Subject)", "MonitorModel.Exit typeof(Subject)"]);
    }

    [Test]
    public void A_lock_object_and_its_scope_are_the_explorers()
    {
        var snippet = Snippet.Weave("""
            public static class Program
            {
                static readonly Lock gate = new();
                public static object Run() { lock (gate) { return gate.IsHeldByCurrentThread; } }
            }
            """, level);

        snippet.Hooks("Run").ShouldBe(
            ["Uses Program", "LockModel.EnterScope gate",
                "Uses Program", "LockModel.get_IsHeldByCurrentThread gate", "LockScope.Dispose"]);
        Snippet.Run(snippet.Woven).ShouldBe(true);
    }

    [Test]
    public void A_result_that_nobody_looks_at_commutes()
    {
        Hooks("Interlocked.Increment(ref count);", members: "int count;")
            .ShouldBe(["Address", "InterlockedModel.IncrementDropped count"]);
        Hooks("return Interlocked.Increment(ref count);".Replace("return", "_last ="),
            members: "int count; readonly int unused; static int _last;")
            .ShouldBe(["Address", "InterlockedModel.Increment count", "Uses Subject", "WriteStatic _last"]);
    }

    [Test]
    public void A_generic_model_gets_the_type_arguments()
    {
        Hooks("Interlocked.CompareExchange(ref name, \"a\", null);", members: "string name;")
            .ShouldBe(["Address", "InterlockedModel.CompareExchange name"]);
    }

    [TestCase("new Mutex(false, \"katas\");", "System.Threading.Mutex..ctor")]
    [TestCase("ThreadPool.SetMaxThreads(1, 1);", "System.Threading.ThreadPool.SetMaxThreads")]
    [TestCase("Partitioner.Create(0, 9);", "System.Collections.Concurrent.Partitioner.Create")]
    [TestCase("Console.ReadLine();", "System.Console.ReadLine")]
    [TestCase("System.IO.File.ReadAllTextAsync(\"\");", "System.IO.File.ReadAllTextAsync")]
    [TestCase("new System.Timers.Timer();", "System.Timers.Timer..ctor")]
    [TestCase("new int[0].AsParallel().Take(1);", "System.Linq.ParallelEnumerable.Take")]
    public void What_is_outside_control_is_refused_by_name(string statement, string member)
    {
        Hooks(statement).ShouldContain($"Refuse {member}");
    }

    [Test]
    public void An_async_method_is_built_by_the_explorer()
    {
        var snippet = Snippet.Weave("class Subject { async Task Run() { await Task.Yield(); } }", level);

        snippet.Hooks("Run").ShouldContain("AsyncTaskMethodBuilderModel.Start");
        snippet.Hooks("MoveNext").ShouldContain("TaskModel.Yield");
        snippet.Hooks("MoveNext").ShouldContain("AsyncTaskMethodBuilderModel.AwaitUnsafeOnCompleted");
        snippet.Sites("Run").ShouldAllBe(s => s.Line == 2);
    }

    [Test]
    public void What_only_describes_is_harmless()
    {
        Hooks("""
            ThreadStart start = Run; start(); var none = CancellationToken.None;
            if (none == default) throw new SynchronizationLockException();
            _ = Timeout.InfiniteTimeSpan;
            """).ShouldBeEmpty();
    }

    [Test]
    public void Tasks_in_a_collection_start_nothing()
    {
        Hooks("_ = tasks[0]; _ = make();", "List<Task> tasks, Func<Task> make")
            .ShouldBe(["ObjectRead tasks"]);
    }

    [Test]
    public void A_delegate_of_a_modelled_member_calls_the_model()
    {
        var snippet = Snippet.Weave("""
            public static class Program
            {
                static Barrier barrier = new(1); static List<int> sum = new();
                public static object Run()
                {
                    Action meet = barrier.SignalAndWait;
                    meet();
                    Action<int> add = sum.Add; add(1); add(2);
                    Func<int> count = ((ICollection<int>)sum).ToArray().Count;
                    return barrier.CurrentPhaseNumber + sum.Count + count();
                }
            }
            """, level);

        Woven(snippet, "SignalAndWait").ShouldBe(["BarrierModel.SignalAndWait barrier"]);
        Woven(snippet, "Add").ShouldBe(["ObjectWrite sum"]);
        Snippet.Run(snippet.Woven).ShouldBe(5L);
    }

    [Test]
    public void Adding_to_a_collection_writes_it_and_looking_reads_it()
    {
        Hooks("list.Add(1); _ = list.Count; _ = list[0]; list[0] = 1; list.Contains(2);", "List<int> list")
            .ShouldBe(["ObjectWrite list", "ObjectRead list", "ObjectRead list", "ObjectWrite list",
                "ObjectRead list"]);
        Hooks("map.TryGetValue(\"a\", out var b); map[\"a\"] = 1;", "Dictionary<string, int> map")
            .ShouldBe(["ObjectRead map", "ObjectWrite map"]);
        Hooks("text.Append('a'); text.ToString();", "StringBuilder text")
            .ShouldBe(["ObjectWrite text", "ObjectCall text"]);
        Hooks("foreach (var one in list) { }", "IEnumerable<int> list")
            .ShouldBe(["ObjectCall list", "View", "OwnEnumeratorRead list", "OwnEnumeratorMove list",
                "DisposableModel.Dispose GetEnumerator()"]);
        Hooks("foreach (var one in list) { }", "List<int> list")
            .ShouldBe(["ObjectRead list", "Owns", "StructEnumeratorMove list"]);
        Hooks("list.Sum(); string.Join(1 + \"\", list);", "List<int> list")
            .ShouldBe(["ObjectRead list", "ObjectRead list"]);
        Hooks("list.Add(1);", "IList<int> list").ShouldBe(["ObjectCall list"]);
        Hooks("random.Next();", "Random random").ShouldBe(["ObjectCall random"]);
        Hooks("Random.Shared.Next();").ShouldBe(["Chance", "ObjectCall Shared"]);
    }

    [Test]
    public void A_variable_that_a_library_reads_or_writes_is_hooked()
    {
        Hooks("count.ToString();", members: "int count;").ShouldBe(["Address", "ReadRef count"]);
        Hooks("int.TryParse(\"1\", out count);", members: "int count;")
            .ShouldBe(["Address", "PassRef count"]);
        Hooks("_ = maybe.HasValue;", members: "int? maybe;").ShouldBe(["Address", "ReadRef maybe"]);
    }

    [Test]
    public void Objects_are_named_where_they_first_appear()
    {
        Snippet.Weave("""
            class Subject { void Run() { var a = new Subject(); var b = new int[1]; var c = new List<int>();
                var d = "a" + a; Action e = Run; var f = new Exception(); } }
            """, level).AllHooks("Run").Count(h => h is "Name" or "Allocated").ShouldBe(3);
    }

    [Test]
    public void A_handler_that_would_catch_everything_lets_the_explorer_through()
    {
        Hooks("try { Run(); } catch (Exception) { } ").ShouldBe(["Caught"]);
        Hooks("try { Run(); } catch { } ").ShouldBe(["Caught"]);
        Hooks("try { Run(); } catch (Exception e) when (e.Message == \"\") { } ").ShouldBe(["Caught"]);
    }

    [Test]
    public void A_handler_of_one_exception_is_counted()
    {
        Hooks("try { Run(); } catch (ArgumentException) { } ").ShouldBe(["Caught"]);
    }

    [Test]
    public void What_answers_anew_each_time_is_named()
    {
        Hooks("_ = DateTime.UtcNow;").ShouldBe(["Chance"]);
        Hooks("_ = Guid.NewGuid();").ShouldBe(["Chance"]);
        Hooks("_ = new Random();").ShouldBe(["Chance"]);
        Hooks("_ = new Random(7);").ShouldBeEmpty();
    }

    [Test]
    public void What_takes_the_stack_is_asked_for_its_size()
    {
        Hooks("Span<int> some = stackalloc int[9];").ShouldContain("StackAlloc");
    }

    [Test]
    public void A_class_with_a_finalizer_says_so_when_it_is_made()
    {
        var snippet = Snippet.Weave("""
            class Held { ~Held() { } }
            class Derived : Held { }
            class Plain { }
            """, level);

        snippet.Hooks(".ctor").ShouldBe(["Finalizable"]);
    }

    static string[] Woven(Snippet snippet, string standIn) => snippet.Hooks(
        Snippet.Methods(snippet.Woven).Single(m => m.Name.Contains($"w__{standIn}")).Name);
}
