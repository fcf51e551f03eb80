using System.Numerics;

public static class Generics
{
    public static string Statics_for_each_instance()
    {
        Counted<int>.Count += 2;
        Counted<string>.Count++;
        Counted<List<int>>.Inner<byte>.Deep = 4;
        return Say(Counted<int>.Count, Counted<string>.Count, Counted<object>.Count,
            Counted<List<int>>.Inner<byte>.Deep, Counted<List<int>>.Inner<sbyte>.Deep);
    }

    public static string Static_abstract_members()
    {
        return Say(Sum<int>([1, 2, 3]), Sum<double>([0.5, 2]), Zero<Money>().Cents,
            (Sum([new Money(3), new Money(4)])).Cents, Parsed<int>("42"));
        static T Sum<T>(T[] of) where T : IAdditionOperators<T, T, T>,
            IAdditiveIdentity<T, T>
        {
            var sum = T.AdditiveIdentity;
            foreach (var n in of) sum += n;
            return sum;
        }
        static T Zero<T>() where T : IAdditiveIdentity<T, T> => T.AdditiveIdentity;
        static T Parsed<T>(string s) where T : IParsable<T> => T.Parse(s, null);
    }

    public static string Static_virtual_members()
    {
        return Say(Name<Plain>(), Name<Named>(), Made<Named>().GetType().Name);
        static string Name<T>() where T : IShape => T.Name;
        static T Made<T>() where T : IShape<T> => T.Make();
    }

    public static string Generic_virtual_methods()
    {
        Visitor visitor = new Quoter();
        return Say(visitor.Visit(1), visitor.Visit("x"), new Visitor().Visit<object?>(null),
            ((IVisitor)visitor).Seen<long>());
    }

    public static string Variance()
    {
        IEnumerable<object> objects = new List<string> { "a" };
        Action<object> note = o => last = o.ToString();
        Action<string> print = note;
        print("b");
        Func<object> make = () => "c";
        ISource<object> source = new Source<string>("d");
        ISink<string> sink = new Sink<object>();
        sink.Take("e");
        return Say(objects, last, make(), source.Get(), Sink<object>.Last);
    }

    public static string Constraints()
    {
        return Say(New<List<int>>().Count, Max(3, 8), Compare<string>("b", "a"), Nothing<int>(),
            Nothing<string>(), EnumName(DayOfWeek.Friday), IsNull<string>(null));
        static T New<T>() where T : new() => new();
        static T Max<T>(T a, T b) where T : struct, IComparable<T> => a.CompareTo(b) > 0 ? a : b;
        static int Compare<T>(T a, T b) where T : class, IComparable<T> => a.CompareTo(b);
        static T? Nothing<T>() => default;
        static string EnumName<T>(T value) where T : struct, Enum => value.ToString();
        static bool IsNull<T>(T? value) where T : class => value is null;
    }

    public static string Constrained_calls_on_structs_and_classes()
    {
        var s = new Tally();
        var c = new TallyClass();
        Bump(ref s);
        Bump(ref c);
        Tally[] many = [new(), new()];
        BumpAt(many, 1);
        TallyClass[] classes = [new()];
        BumpAt(classes, 0);
        return Say(s.Count, c.Count, many[1].Count, classes[0].Count, s, c);
        static void Bump<T>(ref T it) where T : ITally { it.Bump(); it.Bump(); }
        static void BumpAt<T>(T[] all, int n) where T : ITally { all[n].Bump(); all[n].Bump(); }
    }

    public static string Fields_of_type_parameter()
    {
        var cell = new Cell<Tally>();
        cell.Value.Bump();
        cell.Set(v => { v.Bump(); return v; });
        var text = new Cell<string> { Value = "x" };
        text.Set(v => v + "y");
        return Say(cell.Value.Count, text.Value, text.Swap("z"), text.Value);
    }

    public static string Arrays_of_type_parameter()
    {
        return Say(Rotated([1, 2, 3]), Rotated(["a", "b"]), Rotated(new (int, string)[] { (1, "x") }),
            Filled(7).Length, Filled("q")[1, 0]);
        static T[] Rotated<T>(T[] a)
        {
            var first = a[0];
            for (var i = 1; i < a.Length; i++) a[i - 1] = a[i];
            a[^1] = first;
            return a;
        }
        static T[,] Filled<T>(T value)
        {
            var grid = new T[2, 2];
            for (var i = 0; i < 2; i++) for (var j = 0; j < 2; j++) grid[i, j] = value;
            return grid;
        }
    }

    public static string Nested_and_recursive()
    {
        var tree = new Tree<int>.Node(1, new Tree<int>.Node(2), new Tree<int>.Node(3));
        return Say(tree.Sum((a, b) => a + b), new Derived<string>("k").Key, Curious.Same(new Curious()));
    }

    public static string Type_tests()
    {
        return Say(Kind(1), Kind("s"), Kind<object>(2.5), Kind<int?>(null), Cast<long>(3L),
            Thrown(() => Cast<string>(3)));
        static string Kind<T>(T value) => value switch
        {
            int n => $"int {n}", string s => $"string {s}", null => $"null {typeof(T).Name}",
            _ => value.GetType().Name,
        };
        static T Cast<T>(object o) => (T)o;
    }

    public static string Delegates_and_closures()
    {
        return Say(Twice<int>(n => n + 1)(3), Twice<string>(s => s + "!")("a"), Memo<int, string>()(4));
        static Func<T, T> Twice<T>(Func<T, T> f) => x => f(f(x));
        static Func<K, V> Memo<K, V>() where K : notnull
        {
            var known = new Dictionary<K, V>();
            V Get(K k) => known.TryGetValue(k, out var v) ? v : known[k] = (V)(object)$"<{k}>";
            return Get;
        }
    }

    public static string Boxed_T()
    {
        return Say(Text(5), Text("x"), Equal(3, 3), Equal("a", "b"), Hash(7));
        static string Text<T>(T v) => v!.ToString() + v.GetType().Name;
        static bool Equal<T>(T a, T b) => a!.Equals(b);
        static int Hash<T>(T v) => v!.GetHashCode();
    }

    static string? last;

    class Counted<T>
    {
        public static int Count;
        public class Inner<U> { public static int Deep; }
    }

    public interface INumberLike<T>;

    readonly record struct Money(int Cents) : INumberLike<Money>,
        IAdditionOperators<Money, Money, Money>, IAdditiveIdentity<Money, Money>
    {
        public static Money AdditiveIdentity => new(0);
        public static Money operator +(Money a, Money b) => new(a.Cents + b.Cents);
    }

    interface IShape { static virtual string Name => "shape"; }

    interface IShape<T> : IShape where T : IShape<T> { static abstract T Make(); }

    class Plain : IShape;

    class Named : IShape<Named>
    {
        static string IShape.Name => "named";
        public static Named Make() => new();
    }

    interface IVisitor { string Seen<T>() => typeof(T).Name; }

    class Visitor : IVisitor { public virtual string Visit<T>(T it) => $"{it}:{typeof(T).Name}"; }

    class Quoter : Visitor { public override string Visit<T>(T it) => $"'{base.Visit(it)}'"; }

    interface ISource<out T> { T Get(); }

    class Source<T>(T value) : ISource<T> { public T Get() => value; }

    interface ISink<in T> { void Take(T it); }

    class Sink<T> : ISink<T>
    {
        public static T? Last;
        public void Take(T it) => Last = it;
    }

    interface ITally { void Bump(); }

    struct Tally : ITally
    {
        public int Count;
        public void Bump() => Count++;
        public override readonly string ToString() => $"tally {Count}";
    }

    class TallyClass : ITally
    {
        public int Count;
        public void Bump() => Count++;
    }

    class Cell<T>
    {
        public T Value = default!;
        public void Set(Func<T, T> f) => Value = f(Value);
        public T Swap(T other) { (Value, other) = (other, Value); return other; }
    }

    class Tree<T>
    {
        public class Node(T value, params Node[] children)
        {
            public T Sum(Func<T, T, T> add) =>
                children.Aggregate(value, (sum, child) => add(sum, child.Sum(add)));
        }
    }

    class Base<K> { public K Key = default!; }

    class Derived<K> : Base<K> { public Derived(K key) => Key = key; }

    class Curious : IEquatable<Curious>
    {
        public bool Equals(Curious? other) => other is not null;
        public static bool Same<T>(T it) where T : IEquatable<T> => it.Equals(it);
    }
}
