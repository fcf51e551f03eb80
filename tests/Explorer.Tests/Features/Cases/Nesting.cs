public static class Nesting
{
    public static string Many_try_blocks_in_one_method()
    {
        var log = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            try
            {
                try
                {
                    try { if (i == 0) throw new ArgumentException($"{i}"); log.Add($"t{i}"); }
                    catch (ArgumentException e) when (e.Message == "0") { log.Add("c0"); throw; }
                    finally { log.Add($"f{i}"); if (i == 2) Fail("2"); }
                }
                catch (InvalidOperationException e) { log.Add(e.Message); continue; }
                finally { log.Add("g"); }
            }
            catch (ArgumentException) { log.Add("outer"); }
        }
        return Say(log);
        static void Fail(string s) => throw new InvalidOperationException(s);
    }

    public static string Lambdas_in_catch_in_iterators_in_locals()
    {
        return Say(Numbers());
        static IEnumerable<string> Numbers()
        {
            string? late = null;
            for (var i = 0; i < 3; i++)
            {
                try { if (i == 1) throw new Exception($"e{i}"); }
                catch (Exception e) { Func<string> f = () => e.Message + i; late = f(); }
                if (late is not null) yield return late;
                late = Local(i);
                string Local(int n) => $"{n}{i}";
            }
        }
    }

    public static string Ternaries_with_calls_on_the_stack()
    {
        int N(int n) => n;
        int[] a = [1, 2, 3];
        var text = N(1) + (a[N(0)] > 0 ? a[N(1)] += N(4) : N(2)) * (N(3) > 2 && a[1] > 3 ? N(5) : N(6));
        string? none = null;
        return Say(text, a, new[] { N(1), none?.Length ?? N(7), a[0] == 1 ? N(8) : 0 });
    }

    public static string Await_free_state_on_the_stack_across_a_switch_expression()
    {
        var box = new Box { N = 2 };
        box.N += box.N switch { 1 => 10, 2 when box.N++ > 1 => 20 + box.N, _ => 0 };
        box.At.X += box.At.X == 0 ? box.N : -1;
        return Say(box.N, box.At.X);
    }

    public static string Compound_assignment_on_long_paths()
    {
        var box = new Box { Many = [new Box(), new Box { Many = [new Box()] }] };
        box.Many[1].Many![0].At.X += 3;
        box.Many[1].Many![0].At.X++;
        box.Many[0].Text ??= "x" + (box.Many[0].Text is null);
        (box.Many[0].N, box.Many[1].N) = (box.Many[1].N + 1, box.Many[0].N + 2);
        box[box.N++].N--;
        return Say(box.Many[1].Many![0].At.X, box.Many[0].Text, box.Many[0].N, box.Many[1].N, box.N);
    }

    public static string A_struct_method_on_every_kind_of_place()
    {
        Point local = default;
        Point[] array = new Point[1];
        var grid = new Point[1, 1];
        var box = new Box();
        object boxed = new Point();
        local.Bump(); array[0].Bump(); grid[0, 0].Bump(); box.At.Bump(); shared.Bump();
        ((Point)boxed).Bump();
        default(Point).Bump();
        Given(local, ref box.At, in array[0]);
        Span<Point> span = array;
        span[0].Bump();
        foreach (var p in span) p.Bump();
        return Say(local.X, array[0].X, grid[0, 0].X, box.At.X, shared.X > 0, ((Point)boxed).X);
        static void Given(Point copy, ref Point at, in Point seen) { copy.Bump(); at.Bump(); seen.Bump(); }
    }

    static Point shared;

    public static string Object_methods_on_structs_and_type_parameters()
    {
        var p = new Point { X = 4 };
        var e = DayOfWeek.Monday;
        return Say(p.ToString(), p.GetHashCode() == p.GetHashCode(), p.Equals(p), p.GetType().Name,
            e.ToString(), e.GetHashCode(), Text(p), Text(e), Text<int?>(3), Text((1, 2)), 5.ToString(), 'c'.GetHashCode() > 0);
        static string Text<T>(T it) => it!.ToString() + it.Equals(it) + it.GetType().Name;
    }

    public static string Interfaces_on_structs_without_boxing()
    {
        var list = new Steps(3);
        var sum = 0;
        foreach (var n in list) sum += n;
        IEnumerable<int> boxed = list;
        return Say(sum, boxed, Total(list));
        static int Total<T>(T all) where T : IEnumerable<int> { var t = 0; foreach (var n in all) t += n; return t; }
    }

    public static string Hidden_captures_of_this_and_base()
    {
        return Say(new Derived { Name = "n" }.All());
    }

    public static string Very_many_locals_and_arguments()
    {
        return Say(Sum(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), Wide(out var a, out var b, out var c) + a + b + c);
        static long Sum(int a, long b, short c, byte d, uint e, ulong f, sbyte g, ushort h, int i, int j, int k, int l)
        {
            var (m, n, o, p) = (a + b, c + d, e + (long)f, g + h);
            var (q, r, s, t) = (m * 2, n * 3, o * 4, p * 5);
            return q + r + s + t + i + j + k + l;
        }
        static int Wide(out int a, out int b, out int c) { a = 1; b = a + 1; c = b + a; return c; }
    }

    public static string Generic_nested_closures()
    {
        return Say(Outer(1)("a")(2.5), Outer("q")(3)('c'));
        static Func<object, Func<object, string>> Outer<T>(T first) where T : notnull =>
            second => third => $"{first}{second}{third}{typeof(T).Name}{Pair(first, second)}";
        static string Pair<A, B>(A a, B b) { Func<string> f = () => $"<{a}|{b}>"; return f(); }
    }

    public static string Using_statements_inside_out()
    {
        var log = new List<string>();
        foreach (var n in new[] { 1, 2 })
            using (var a = new Note(log, $"a{n}"))
            using (IDisposable? b = n == 1 ? null : new Note(log, "b"))
                try { log.Add($"body{n}"); if (n == 1) continue; }
                finally { using var c = new Note(log, "c"); log.Add("finally"); }
        return Say(log);
    }

    public static string Labels_loops_and_locks()
    {
        var gate = new object();
        var n = 0;
    again:
        lock (gate)
        {
            for (; n < 10; n++)
            {
                if (n % 4 == 3) { n++; goto again; }
                lock (gate) if (n == 6) break;
            }
        }
        return Say(n, Monitor.IsEntered(gate));
    }

    struct Point { public int X; public void Bump() => X++; public override readonly string ToString() => $"P{X}"; }

    class Box
    {
        public int N;
        public Point At;
        public string? Text;
        public Box[]? Many;
        public Box this[int n] => Many![n];
    }

    readonly struct Steps(int to) : IEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator() { for (var i = 1; i <= to; i++) yield return i; }
        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    class Parent { public string Name = ""; public virtual string Text() => $"base {Name}"; }

    class Derived : Parent
    {
        public override string Text() => "derived";
        public IEnumerable<string> All()
        {
            Func<string> both = () => base.Text() + this.Text();
            yield return both();
            yield return base.Text();
        }
    }

    sealed class Note(List<string> log, string name) : IDisposable { public void Dispose() => log.Add(name); }
}
