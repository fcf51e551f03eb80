using Interleavings.Hooks;
using NUnit.Framework;
using Shouldly;
using Weaving;

namespace Interleavings.Tests.Foreign;

/// <summary>Nothing is proved of code in an assembly that is neither woven nor known.</summary>
public class ForeignCodeTests
{
    [TestCase("Ledger.NextNumber();", "Ledgers.Ledger.NextNumber", TestName = "A static call")]
    [TestCase("Books.Add(new int[1]);", "Ledgers.Books.Add", TestName = "A call with an array")]
    [TestCase("new Ledger();", "Ledgers.Ledger..ctor", TestName = "A constructor")]
    [TestCase("made.Enter(1);", "Ledgers.Ledger.Enter", TestName = "An instance call")]
    [TestCase("made.Post(1);", "Ledgers.Books.Post", TestName = "An extension")]
    [TestCase("_ = made.Total;", "Ledgers.Ledger.get_Total", TestName = "A property")]
    [TestCase("made.Balance++;", "Ledgers.Ledger.Balance", TestName = "A field")]
    [TestCase("Ledger.Count++;", "Ledgers.Ledger.Count", TestName = "A static field")]
    [TestCase("((ILedger)made).Add(1);", "Ledgers.ILedger.Add", TestName = "An interface")]
    [TestCase("made.Closed += () => { };", "Ledgers.Ledger.add_Closed", TestName = "An event")]
    [TestCase("Books.Run(() => { });", "Ledgers.Books.Run", TestName = "A callback")]
    [TestCase("Books.Later(() => { });", "Ledgers.Books.Later",
        TestName = "A call that starts a task")]
    [TestCase("Books.Wait(Task.Run(() => { }));", "Ledgers.Books.Wait",
        TestName = "A call that blocks")]
    [TestCase("_ = Books.Make<object>();", "Ledgers.Books.Make", TestName = "A generic call")]
    [TestCase("Action<int[]> add = Books.Add; add(new int[1]);", "Ledgers.Books.Add",
        TestName = "A delegate")]
    [TestCase("new Coin(1).Double();", "Ledgers.Coin..ctor", TestName = "A struct's constructor")]
    [TestCase("default(Coin).ToString();", "Ledgers.Coin.ToString",
        TestName = "A struct's override")]
    [TestCase("using (default(Rest)) { }", "System.IDisposable.Dispose",
        TestName = "A struct behind an interface")]
    [TestCase("new Own().Serve();", "Ledgers.Teller..ctor", TestName = "A base class")]
    [TestCase("using (IDisposable d = made) { }", "Ledgers.Ledger.Dispose",
        TestName = "An object behind IDisposable")]
    [TestCase("foreach (var n in numbers) { }", "Ledgers.Numbers",
        TestName = "An object behind IEnumerable")]
    [TestCase("numbers.Count();", "Ledgers.Numbers", TestName = "An object handed to LINQ")]
    [TestCase("comparer.Compare(1, 2);", "Ledgers.Numbers.Compare",
        TestName = "An object behind IComparer")]
    [TestCase("tape.Write(new byte[1], 0, 1);", "Ledgers.Tape",
        TestName = "An object behind Stream")]
    [TestCase("Activator.CreateInstance(typeof(Ledger));", "Ledgers.Ledger..ctor",
        TestName = "An object made by reflection")]
    [TestCase("Fresh<Ledger>();", "Ledgers.Ledger..ctor", TestName = "An object made by new T()")]
    public void Is_unsupported_and_told_with_the_line_that_weaves_it(
        string statement, string member)
    {
        var verdict = With(statement).ExplorePrepared();

        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Refusal!.Member.ShouldBe(member);
        verdict.Refusal.Reason.ShouldContain("Ledgers is not woven");
        verdict.Refusal.Reason.ShouldContain("<WeaveReferences>Ledgers</WeaveReferences>");
        // A constructor that nobody has written has no line.
        if (!statement.Contains("Own")) verdict.Refusal.Site.File.ShouldBe("Caller.cs");
    }

    [Test]
    public void Values_of_foreign_types_may_be_kept_and_compared()
    {
        var verdict = new TwoAssemblies("""
            public static void Run()
            {
                var kind = Kind.Sealed; Coin coin = default; Ledger? none = null;
                Entered entered = _ => { };
                entered(1);
                if (kind.ToString() != "Sealed" || none is not null
                    || typeof(Ledger).Name != "Ledger")
                    throw new InvalidOperationException();
                _ = coin;
            }
            """).Explore();

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [TestCase("Ledger.NextNumber", TestName = "A count by a woven library loses an update")]
    [TestCase("() => ledger.Enter(1)", TestName = "An object of a woven library loses an update")]
    public void A_woven_library_is_explored(string call)
    {
        var statement = call.StartsWith('(') ? $"{call[6..]};" : $"{call}();";
        var verdict = new TwoAssemblies($$"""
            public static void Run()
            {
                var ledger = new Ledger();
                var other = new Thread(() => { {{statement}} });
                other.Start(); {{statement}} other.Join();
                if (ledger.Balance + Ledger.Count != 2) throw new InvalidOperationException("lost");
            }
            """, weavesLibrary: true).Explore();

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
    }

    [Test]
    public void The_line_keeps_what_is_woven_already()
    {
        var verdict = new TwoAssemblies("public static void Run() => Ledger.NextNumber();",
            settings: new(["Katas"], [])).Explore();

        verdict.Refusal!.Reason.ShouldContain("<WeaveReferences>Ledgers;Katas</WeaveReferences>");
    }

    [Test]
    public void A_project_may_vouch_for_a_library()
    {
        var verdict = new TwoAssemblies("""
            public static void Run() { Ledger.NextNumber(); foreach (var n in new Numbers()) { } }
            """, settings: new([], ["Vouched"]), library: "Vouched").Explore();

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_name_like_a_known_one_is_not_enough()
    {
        KnownAssemblies.Includes("nunit.framework", [1, 2, 3, 4, 5, 6, 7, 8]).ShouldBeFalse();
        KnownAssemblies.Includes("nunit.framework.Mine", null).ShouldBeFalse();
        KnownAssemblies.Includes("System.Collections", null).ShouldBeFalse();
        KnownAssemblies.Includes("System.Mine",
                typeof(object).Assembly.GetName().GetPublicKeyToken())
            .ShouldBeFalse();
        KnownAssemblies.Includes("Explorer", null).ShouldBeFalse();
        KnownAssemblies.Includes("System.Private.CoreLib",
            typeof(object).Assembly.GetName().GetPublicKeyToken()).ShouldBeTrue();
        KnownAssemblies.Includes("Shouldly", typeof(ShouldBeTestExtensions).Assembly.GetName()
            .GetPublicKeyToken()).ShouldBeTrue();
    }

    /// <summary>A program that uses objects of the library, made before it is explored.</summary>
    private static TwoAssemblies With(string statement) => new($$"""
        sealed class Own : Teller { public override void Serve() { } }
        static T Fresh<T>() where T : new() => new();
        public static Action Prepare()
        {
            var made = new Ledger(); IEnumerable<int> numbers = new Numbers();
            IComparer<int> comparer = new Numbers(); Stream tape = new Tape();
            return () =>
            {
                {{statement}}
            };
        }
        """);
}
