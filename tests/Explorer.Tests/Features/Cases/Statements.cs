public static class Statements
{
    public static string Loops()
    {
        var log = new List<int>();
        for (int i = 0, j = 10; i < j; i += 3, j--) log.Add(i * 100 + j);
        var n = 3;
        while (n-- > 0) { if (n == 1) continue; log.Add(n); }
        do log.Add(++n); while (n < 2);
        for (; ; ) { if (log.Count > 9) break; log.Add(-1); }
        return Say(log);
    }

    public static string Nested_loops_and_goto()
    {
        var log = new List<int>();
        for (var i = 0; i < 5; i++)
            for (var j = 0; j < 5; j++)
            {
                if (i * j == 6) goto found;
                if (j > i) goto next;
                log.Add(i * 10 + j);
                continue;
            next:
                log.Add(-j);
                break;
            }
    found:
        return Say(log);
    }

    public static string Goto_backwards_and_into_the_middle()
    {
        var n = 0;
        goto middle;
    start:
        n += 10;
    middle:
        n++;
        if (n < 30) goto start;
        return Say(n);
    }

    public static string Loop_that_starts_a_method()
    {
        var log = 0;
        Spin(3);
        return Say(log);
        void Spin(int n) { again: log += n; if (--n > 0) goto again; }
    }

    public static string Loop_with_a_switch_back()
    {
        var state = 0;
        var text = "";
        while (true)
            switch (state)
            {
                case 0: text += "a"; state = 2; break;
                case 1: text += "b"; state = 3; continue;
                case 2: text += "c"; state = 1; break;
                default: return text;
            }
    }

    public static string Reading_loops()
    {
        var box = new Box { Done = true, N = 3 };
        while (!box.Done) { }
        while (box.N < 3) Thread.Yield();
        var node = new Box { Next = new Box { Next = new Box { N = 7 } } };
        var at = node;
        while (at.Next is not null) at = at.Next;
        int[] a = [1, 5, 0, 4];
        var i = 0;
        while (a[i] != 0) i++;
        return Say(at.N, i);
    }

    public static string Spin_until()
    {
        var box = new Box();
        var thread = new Thread(() => { box.N = 5; Volatile.Write(ref box.Done, true); });
        thread.Start();
        while (!Volatile.Read(ref box.Done)) Thread.SpinWait(1);
        thread.Join();
        SpinWait.SpinUntil(() => box.Done);
        return Say(box.N);
    }

    public static string Scopes_and_shadowing()
    {
        var text = "";
        { var n = 1; text += n; }
        { var n = "x"; text += n; }
        foreach (var n in "ab") { text += n; }
        Func<int, int> f = n => n + 1;
        return Say(text, f(1));
    }

    public static string Recursion()
    {
        return Say(Ackermann(2, 3), Even(10), Hanoi(4));
        static int Ackermann(int m, int n) =>
            m == 0 ? n + 1 : n == 0 ? Ackermann(m - 1, 1) : Ackermann(m - 1, Ackermann(m, n - 1));
        static bool Even(int n) => n == 0 || Odd(n - 1);
        static bool Odd(int n) => n != 0 && Even(n - 1);
        static int Hanoi(int n) => n == 0 ? 0 : 2 * Hanoi(n - 1) + 1;
    }

    public static string Deep_recursion()
    {
        return Say(Down(5000));
        static int Down(int n) => n == 0 ? 0 : 1 + Down(n - 1);
    }

    public static string Conditional_expressions()
    {
        int a = 3, b = 4;
        object o = a > b ? a : "text";
        int? c = a < b ? null : 1;
        return Say(o, c, a > b ? "x" : a == 3 ? "y" : "z", (a > 2 && b < 3) || a == 3);
    }

    public static string Discards_and_declarations_in_expressions()
    {
        _ = int.TryParse("4", out var n);
        if (!(n is var m && m > 3)) return "no";
        (_, var second, _) = (1, 2, 3);
        return Say(n, m, second);
    }

    public static string Checked_blocks()
    {
        var n = int.MaxValue;
        unchecked { n += 1; }
        checked { return Say(n, Thrown(() => { var m = n; checked { m--; } })); }
    }

    public static string Infinite_expressions()
    {
        // A deep stack of operands, and calls between them.
        int F(int n) => n;
        return Say(F(1) + (F(2) + (F(3) + (F(4) + (F(5) + (F(6) + (F(7) + (F(8) + F(9)))))))),
            string.Concat(F(1), F(2), F(3)) + F(4) + F(5), new[] { F(1), F(2) }[F(1)]);
    }

    class Box { public bool Done; public int N; public Box? Next; }
}
