public static class Delegates
{
    public static string Multicast()
    {
        var log = new List<int>();
        Action<int> both = n => log.Add(n);
        both += n => log.Add(n * 2);
        both(3);
        both -= null;
        var list = both.GetInvocationList();
        both -= (Action<int>)list[0];
        both!(5);
        return Say(log, list.Length);
    }

    public static string Last_result_counts()
    {
        Func<int> f = () => 1;
        f += () => 2;
        return Say(f(), f.GetInvocationList().Cast<Func<int>>().Sum(g => g()));
    }

    public static string Exception_stops_the_rest()
    {
        var log = new List<string>();
        Action all = () => log.Add("a");
        all += () => throw new Exception("b");
        all += () => log.Add("c");
        return Thrown(all) + Say(log);
    }

    public static string Events()
    {
        var source = new Source();
        var log = new List<string>();
        EventHandler<string> handler = (sender, text) => log.Add($"{sender!.GetType().Name} {text}");
        source.Rang += handler;
        source.Rang += handler;
        source.Ring("one");
        source.Rang -= handler;
        source.Ring("two");
        source.Custom += log.Clear;
        source.Custom -= log.Clear;
        Source.Shared += log.Add;
        Source.Call("s");
        return Say(log, source.Added);
    }

    public static string Of_methods()
    {
        var host = new Derived();
        Func<string> instance = host.Name, isStatic = Derived.Kind;
        Func<string> bound = "abc".Trim;
        Func<string, int> open = int.Parse;
        Func<object, string?> text = Convert.ToString;
        return Say(instance(), host.Base()(), isStatic(), bound(), open("12"), text(3));
    }

    public static string Of_extension_methods()
    {
        Func<int, string> repeat = "ab".Times;
        Func<IEnumerable<int>> reversed = new[] { 1, 2 }.Reverse;
        return Say(repeat(2), reversed());
    }

    public static string Of_library_collections()
    {
        var list = new List<int>();
        Action<int> add = list.Add;
        add(1);
        add(2);
        Func<int, bool> has = list.Contains;
        Func<string, bool> once = new HashSet<string>().Add;
        return Say(list, has(2), once("x"), once("x"), ReferenceEquals(add.Target, list));
    }

    public static string Of_a_struct()
    {
        var counter = new Counter { N = 1 };
        Func<int> next = counter.Next;
        next();
        return Say(next(), counter.N);
    }

    public static string Of_a_generic_method()
    {
        Func<int, string> f = Show<int>;
        return Say(f(3), Pick<string>()("q"));
        static Func<T, string> Pick<T>() => Show<T>;
    }

    public static string Equality()
    {
        var host = new Derived();
        Func<string> a = host.Name, b = host.Name, c = new Derived().Name;
        return Say(a == b, a == c, a.Equals(b), a.Method.Name, a.Target == host);
    }

    public static string Variance_and_conversion()
    {
        Func<string> text = () => "t";
        Func<object> any = text;
        Converter<object, string> convert = o => $"{o}";
        var list = new List<string> { "a" }.ConvertAll<string>(new Converter<string, string>(convert));
        return Say(any(), list);
    }

    public static string Passed_and_returned()
    {
        Func<Func<int, int>, Func<int, int>> twice = f => x => f(f(x));
        Func<int, int> add = x => x + 3;
        return Say(twice(twice(add))(0), Fix(n => self => n < 2 ? 1 : n * self(n - 1))(5));
        static Func<int, int> Fix(Func<int, Func<Func<int, int>, int>> f) => n => f(n)(Fix(f));
    }

    public static string Dynamic_invoke()
    {
        Delegate d = (int a, string b) => $"{b}{a}";
        return Say(d.DynamicInvoke(1, "x"), d.Method.GetParameters().Length);
    }

    static string Show<T>(T it) => $"<{it}>";

    static string Times(this string s, int n) => string.Concat(Enumerable.Repeat(s, n));

    class Source
    {
        public int Added;
        Action? custom;
        public event EventHandler<string>? Rang;
        public static event Action<string>? Shared;
        public event Action Custom
        {
            add { Added++; custom += value; }
            remove { Added += 10; custom -= value; }
        }
        public void Ring(string text) => Rang?.Invoke(this, text);
        public static void Call(string text) => Shared?.Invoke(text);
    }

    class Parent { public virtual string Name() => "parent"; }

    class Derived : Parent
    {
        public override string Name() => "derived";
        public Func<string> Base() => base.Name;
        public static string Kind() => "kind";
    }

    struct Counter { public int N; public int Next() => ++N; }
}
