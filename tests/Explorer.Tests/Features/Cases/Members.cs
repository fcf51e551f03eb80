using System.Runtime.CompilerServices;

public static class Members
{
    public static string Properties_with_field()
    {
        var it = new Guarded { Name = "  x " };
        it.Count = -4;
        return Say(it.Name, it.Count, it.Lazy, it.Lazy, Guarded.Made);
    }

    public static string Primary_constructors()
    {
        var a = new Account("a", 10);
        a.Deposit(5);
        var s = new Savings("s", 1) { Rate = 3 };
        s.Deposit(2);
        return Say(a, s, s.Rate);
    }

    public static string Extension_members()
    {
        int[] numbers = [3, 1, 2];
        return Say(numbers.Largest, numbers.Joined('-'), int.Answer, "ab".Twice, string.Of('x', 3),
            (new Meters(1) + new Meters(2)).N);
    }

    public static string Indexers()
    {
        var grid = new Grid();
        grid[1, 2] = 5;
        grid[1, 2] += 2;
        grid["k"]++;
        var items = new Grid { [0, 0] = 9 };
        return Say(grid[1, 2], grid["k"], items[0, 0], grid[^1]);
    }

    public static string Ref_indexer_and_property()
    {
        var refs = new Refs();
        refs[1] += 4;
        refs.First++;
        ref var at = ref refs[2];
        at = 7;
        return Say(refs[0], refs[1], refs[2]);
    }

    public static string Default_interface_members()
    {
        IGreets plain = new Plain(), loud = new Loud();
        return Say(plain.Greet(), loud.Greet(), IGreets.Count, ((IBoth)new Both()).Name,
            ((ILeft)new Both()).Name);
    }

    public static string Explicit_implementation()
    {
        var two = new Two();
        return Say(two.Get(), ((IOne)two).Get(), ((IOther)two).Get());
    }

    public static string Virtual_and_base_calls()
    {
        A a = new C();
        return Say(a.Name(), ((B)a).Hidden(), ((C)a).Hidden(), a.Text, new B().Name());
    }

    public static string Constructor_order()
    {
        var log = Log.All;
        log.Clear();
        _ = new Child(3);
        return Say(log);
    }

    public static string Virtual_call_in_a_constructor()
    {
        return Say(new Calling().Seen);
    }

    public static string Static_constructor_order()
    {
        Log.All.Clear();
        Log.All.Add("before");
        var n = Precise.N;
        Log.All.Add("after");
        _ = new Precise();
        return Say(Log.All, n, Cyclic.A, Cyclic.B);
    }

    public static string Static_constructor_that_fails()
    {
        return Thrown(() => Say(Failing.N)) + "|" + Thrown(() => Say(Failing.N));
    }

    public static string Lazy_static_fields()
    {
        return Say(BeforeField.N, BeforeField.Text, BeforeField.All, Generic<int>.Name, Generic<string>.Name);
    }

    public static string Constants_and_readonly()
    {
        var it = new Constant(4);
        return Say(Constant.Max, it.N, Constant.Zero, it.Bumped());
    }

    public static string Optional_and_named_arguments()
    {
        return Say(F(1), F(b: 2, a: 3), F(1, c: "z"), Where(), Sum(), Sum(1, 2), Sum([3, 4]));
        static string F(int a, int b = 5, string? c = null) => $"{a},{b},{c}";
        static string Where([CallerMemberName] string m = "", [CallerLineNumber] int n = 0) => $"{m} {n > 0}";
        static int Sum(params int[] all) => all.Sum();
    }

    public static string Caller_argument_expression()
    {
        return Of(1 + 2);
        static string Of(int n, [CallerArgumentExpression(nameof(n))] string text = "") => $"{text}={n}";
    }

    public static string Object_and_collection_initialisers()
    {
        var o = new Tree { Value = 1, Kids = { new() { Value = 2 }, new() }, At = { ["a"] = 1 } };
        return Say(o.Kids.Count, o.Kids[0].Value, o.At["a"]);
    }

    public static string Partial_and_nested()
    {
        return Say(new Outer.Inner(4).Sum(), new Outer().Hooked());
    }

    public static string Overloads_and_dispatch()
    {
        object o = "s";
        return Say(F(1), F(1L), F("s"), F(o), F(null!), F(1.0f), G(3), G("x"), H([1]), H("a"));
    }

    static string F(int n) => "int";
    static string F(long n) => "long";
    static string F(string n) => "string";
    static string F(double n) => "double";
    static string F(object n) => "object";
    static string G<T>(T n) => typeof(T).Name;
    static string G(string n) => "string itself";
    static string H(ReadOnlySpan<int> n) => "span";
    static string H(IEnumerable<char> n) => "chars";

    class Guarded
    {
        public static int Made;
        public string Name { get => field; set => field = value.Trim(); } = "";
        public int Count { get; set => field = Math.Max(0, value); }
        public string Lazy => field ??= $"made {++Made}";
    }

    class Account(string owner, int balance)
    {
        protected int Balance => balance;
        public virtual void Deposit(int n) => balance += n;
        public override string ToString() => $"{owner}:{balance}";
    }

    class Savings(string owner, int start) : Account(owner, start * 2)
    {
        public int Rate { get; init; }
        public override void Deposit(int n) => base.Deposit(n + start);
    }

    class Grid
    {
        readonly Dictionary<(int, int), int> cells = [];
        readonly Dictionary<string, int> named = [];
        public int this[int a, int b] { get => cells.GetValueOrDefault((a, b)); set => cells[(a, b)] = value; }
        public int this[string k] { get => named.GetValueOrDefault(k); set => named[k] = value; }
        public string this[Index i] => i.ToString();
    }

    class Refs
    {
        readonly int[] all = new int[3];
        public ref int this[int n] => ref all[n];
        public ref int First => ref all[0];
    }

    interface IGreets
    {
        static int Count;
        string Name => "nobody";
        string Greet() { Count++; return $"hi {Name}"; }
    }

    class Plain : IGreets;

    class Loud : IGreets { string IGreets.Name => "LOUD"; }

    interface ILeft { string Name => "left"; }

    interface IBoth : ILeft { string ILeft.Name => "both"; new string Name => "new " + ((ILeft)this).Name; }

    class Both : IBoth;

    interface IOne { int Get(); }

    interface IOther { int Get(); }

    class Two : IOne, IOther { public int Get() => 0; int IOne.Get() => 1; int IOther.Get() => 2; }

    class A { public virtual string Name() => "A"; public virtual string Text => "a"; }

    class B : A { public override string Name() => "B" + base.Name(); public string Hidden() => "b"; }

    class C : B
    {
        public sealed override string Name() => "C" + base.Name();
        public new string Hidden() => "c" + base.Hidden();
        public override string Text => base.Text + "c";
    }

    static class Log { public static readonly List<string> All = []; public static int Add(string s) { All.Add(s); return 0; } }

    class Parent
    {
        readonly int a = Log.Add("parent field");
        public Parent(int n) => Log.Add($"parent {n + a}");
    }

    class Child : Parent
    {
        readonly int b = Log.Add("child field");
        public Child(int n) : base(n + Log.Add("argument")) => Log.Add($"child {b}");
    }

    abstract class Calls { public string Seen; protected Calls() => Seen = Get(); protected abstract string Get(); }

    class Calling : Calls
    {
        readonly string set = "set";
        readonly string late;
        public Calling() => late = "late";
        protected override string Get() => Show(set) + Show(late);
    }

    class Precise
    {
        public static int N = Log.Add("field") + 5;
        static Precise() => Log.Add("static constructor");
        public Precise() => Log.Add("instance");
    }

    class Cyclic { public static int A = Other.B + 1; public static int B = 5; class Other { public static int B = A + 10; } }

    class Failing { public static int N = int.Parse("x"); static Failing() { } }

    class BeforeField
    {
        public static int N = 3;
        public static readonly string Text = $"n{N}";
        public static readonly int[] All = [N, 2];
    }

    class Generic<T> { public static readonly string Name = typeof(T).Name; }

    class Constant(int n)
    {
        public const int Max = 10;
        public static readonly DateTime Zero = default;
        public readonly int N = n;
        public int Bumped() { var m = N; m++; return m + Max; }
    }

    class Tree { public int Value; public List<Tree> Kids = []; public Dictionary<string, int> At = []; }

    partial class Outer
    {
        static readonly int hidden = 3;
        string hooked = "";
        partial void Hook(ref string text);
        public string Hooked() { Hook(ref hooked); return hooked; }
        public class Inner(int n) { public int Sum() => n + hidden; }
    }

    partial class Outer { partial void Hook(ref string text) => text += "hooked"; }

    internal record struct Meters(int N);
}

static class Extensions
{
    extension(int[] numbers)
    {
        public int Largest => numbers.Max();
        public string Joined(char by) => string.Join(by, numbers);
    }

    extension(string text)
    {
        public string Twice => text + text;
        public static string Of(char c, int n) => new(c, n);
    }

    extension(int)
    {
        public static int Answer => 42;
    }

    extension(Members.Meters)
    {
        public static Members.Meters operator +(Members.Meters a, Members.Meters b) => new(a.N + b.N);
    }
}
