public static class Closures
{
    public static string Captured_variables_are_shared()
    {
        var n = 0;
        Action up = () => n++;
        Func<int> get = () => n;
        up(); up(); n += 10;
        return Say(n, get());
    }

    public static string Each_round_has_its_own()
    {
        var all = new List<Func<int>>();
        foreach (var i in new[] { 1, 2, 3 }) all.Add(() => i);
        for (var i = 0; i < 3; i++) all.Add(() => i);
        for (var i = 0; i < 2; i++) { var j = i; all.Add(() => j++ * 10 + j); }
        return Say(all.Select(f => f()), all[^1]());
    }

    public static string Nested_scopes()
    {
        var a = 1;
        Func<Func<int>> outer = () =>
        {
            var b = a + 1;
            Func<int> inner = () => { a++; b += a; return a * 100 + b; };
            inner();
            return inner;
        };
        var first = outer();
        return Say(first(), outer()(), first(), a);
    }

    public static string This_and_parameters() => new Host(5).Make(3)(2);

    class Host(int start)
    {
        int total = start;

        public Func<int, string> Make(int by)
        {
            var calls = 0;
            return n =>
            {
                total += by * n;
                calls++;
                return $"{total} {calls} {start}";
            };
        }
    }

    public static string Local_functions()
    {
        var log = new List<int>();
        Add(1);
        var depth = Deep(4);
        return Say(log, depth, Static(3), Generic("x"));
        void Add(int n) { if (n < 5) { log.Add(n); Add(n * 2); } }
        int Deep(int n) => n == 0 ? log.Count : Deep(n - 1) + 1;
        static int Static(int n) => n <= 1 ? 1 : n * Static(n - 1);
        T Generic<T>(T it) { log.Add(0); return it; }
    }

    public static string Local_function_as_a_delegate()
    {
        var n = 1;
        Func<int, int> f = Add;
        n = 5;
        return Say(f(1), f(1));
        int Add(int m) => n += m;
    }

    public static string Captured_struct()
    {
        var point = (X: 1, Y: 2);
        Action move = () => point.X += 5;
        var copy = point;
        move();
        return Say(point, copy);
    }

    public static string Captured_in_a_catch_and_a_pattern()
    {
        Func<string>? late = null;
        try { throw new Exception("e"); }
        catch (Exception e) when (e.Message.Length == 1) { late = () => e.Message; }
        object o = 7;
        Func<int> get = o is int n ? () => n++ + n : () => 0;
        return Say(late!(), get(), get());
    }

    public static string Static_lambdas_and_defaults()
    {
        var add = static (int a, int b = 10) => a + b;
        var count = (params int[] all) => all.Length;
        Func<int, int, int> _ = (_, _) => 1;
        return Say(add(1), add(1, 2), count(), count(1, 2));
    }

    public static string Closures_in_generic_methods()
    {
        return Say(Counter("a")(), Counter(1.5)());
        static Func<string> Counter<T>(T of)
        {
            var n = 0;
            return () => $"{of} {++n} {typeof(T).Name}";
        }
    }

    public static string Closure_in_a_constructor()
    {
        return Say(new Built(4).Get(), new Built().Get());
    }

    class Built
    {
        public readonly Func<int> Get;
        readonly int kept = 3;
        public Built(int n) => Get = () => n++ + kept;
        public Built() : this(((Func<int>)(() => 20))()) { }
    }

    public static string Query_syntax()
    {
        var words = new[] { "pear", "fig", "apple", "kiwi" };
        var query =
            from w in words
            let l = w.Length
            where l > 3
            join n in new[] { (4, "four"), (5, "five") } on l equals n.Item1
            orderby n.Item2, w descending
            select $"{w}:{n.Item2}";
        var groups = from w in words group w by w.Length into g orderby g.Key select $"{g.Key}={g.Count()}";
        return Say(query, groups);
    }
}
