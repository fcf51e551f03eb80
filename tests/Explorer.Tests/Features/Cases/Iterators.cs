public static class Iterators
{
    public static string Lazy_and_finally()
    {
        var log = new List<string>();
        foreach (var n in Count(log))
        {
            log.Add($"{n}");
            if (n == 2) break;
        }
        return Say(log);
        static IEnumerable<int> Count(List<string> log)
        {
            try { for (var i = 1; ; i++) yield return i; }
            finally { log.Add("end"); }
        }
    }

    public static string Nested_finally_and_using()
    {
        var log = new List<string>();
        using (var e = Steps(log).GetEnumerator()) { e.MoveNext(); e.MoveNext(); }
        log.Add("|");
        foreach (var _ in Steps(log)) { }
        return Say(log);
        static IEnumerable<int> Steps(List<string> log)
        {
            using var a = new Closing(log, "a");
            try
            {
                yield return 1;
                try { yield return 2; }
                finally { log.Add("inner"); }
                yield return 3;
            }
            finally { log.Add("outer"); }
        }
    }

    public static string Each_enumeration_is_its_own()
    {
        var n = 0;
        var all = Numbers();
        var first = all.ToList();
        n = 10;
        return Say(first, all.ToList());
        IEnumerable<int> Numbers() { yield return n; n++; yield return n; }
    }

    public static string Yield_break_and_recursion()
    {
        return Say(Walk(3), Until([1, 2, 0, 4]));
        static IEnumerable<int> Walk(int n)
        {
            if (n == 0) yield break;
            foreach (var m in Walk(n - 1)) yield return m;
            yield return n;
        }
        static IEnumerable<int> Until(int[] a)
        {
            foreach (var x in a) { if (x == 0) yield break; yield return x; }
        }
    }

    public static string Generic_enumerator()
    {
        var pairs = new Pairs<string>("a", "b");
        var e = pairs.GetEnumerator();
        e.MoveNext();
        return Say(pairs, e.Current);
    }

    public static string Exception_in_the_middle()
    {
        var log = new List<string>();
        try { foreach (var n in Failing(log)) log.Add($"{n}"); }
        catch (Exception e) { log.Add(e.Message); }
        return Say(log);
        static IEnumerable<int> Failing(List<string> log)
        {
            try { yield return 1; throw new Exception("bad"); }
            finally { log.Add("finally"); }
        }
    }

    public static string Locals_are_kept()
    {
        return Say(Fibonacci().Take(10), Fibonacci().Where(n => n % 2 == 0).Take(3));
        static IEnumerable<int> Fibonacci()
        {
            var (a, b) = (0, 1);
            while (true) { yield return a; (a, b) = (b, a + b); }
        }
    }

    public static string Foreach_over_patterns()
    {
        var log = new List<int>();
        foreach (var n in new Countdown(3)) log.Add(n);
        foreach (var n in 2..5) log.Add(n);
        foreach (var (k, v) in new Dictionary<int, int> { [7] = 8 }) log.Add(k * v);
        return Say(log);
    }

    public static string Ref_in_an_iterator()
    {
        return Say(Bumped([1, 2]));
        static IEnumerable<int> Bumped(int[] a)
        {
            for (var i = 0; i < a.Length; i++)
            {
                { ref var at = ref a[i]; at += 5; }
                yield return a[i];
            }
        }
    }

    static IEnumerator<int> GetEnumerator(this Range range)
    {
        for (var i = range.Start.Value; i < range.End.Value; i++) yield return i;
    }

    sealed class Closing(List<string> log, string name) : IDisposable
    {
        public void Dispose() => log.Add(name);
    }

    class Pairs<T>(T a, T b) : IEnumerable<T>
    {
        public IEnumerator<T> GetEnumerator() { yield return a; yield return b; }
        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    struct Countdown(int from)
    {
        int left = from + 1;
        public Countdown GetEnumerator() => this;
        public bool MoveNext() => --left > 0;
        public readonly int Current => left;
    }
}
