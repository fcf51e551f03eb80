public static class Operators
{
    public static string Defined_by_a_type()
    {
        Vector a = new(1, 2), b = new(3, 4);
        var c = a + b * 2;
        c -= a;
        c++;
        return Say(c, -c, a == b, a != b, a < b, (int)c, (Vector)5, !a, ~b, a ? "true" : "false");
    }

    public static string Short_circuit()
    {
        var log = new List<string>();
        Truth t = new(true, "t", log), f = new(false, "f", log);
        var or = t || f;
        var and = f && t;
        return Say(or.Name, and.Name, log);
    }

    public static string Compound_assignment_in_place()
    {
        var tally = new Tally();
        var same = tally;
        tally += 4;
        tally++;
        return Say(same.N, ReferenceEquals(tally, same));
    }

    public static string Checked_operators()
    {
        var n = new Small(200);
        return Say(unchecked(n + n).N) + Thrown(() => Say(checked(n + n).N));
    }

    public static string Compound_on_everything()
    {
        int[] a = [1, 2];
        var i = 0;
        a[i++] += i;
        a[i] <<= 3;
        string s = "a";
        s += 1 + 2;
        int? maybe = null;
        maybe ??= 4;
        maybe += 1;
        byte b = 250;
        b += 10;
        long l = 1;
        l |= 6L; l ^= 2; l &= ~1L; l %= 4;
        double d = 7;
        d /= 2; d *= 3; d -= .5;
        return Say(a, s, maybe, b, l, d, i);
    }

    public static string Integers()
    {
        int n = -7;
        uint u = 0xF0000000;
        return Say(n / 2, n % 3, n >> 1, n >>> 28, u >> 4, (int)u, ~n, n & 0xFF, unchecked((sbyte)200), (ushort)n,
            long.MinValue, (ulong)n, 7 / 2 * 2.0, (char)('a' + 2), 'c' - 'a', unchecked((int)3e10));
    }

    public static string Floats()
    {
        double zero = 0, third = 1.0 / 3;
        float f = (float)third;
        return Say(1 / zero, double.IsNaN(zero / zero), double.NaN == double.NaN, third, f, (int)-2.7,
            0.1 + 0.2, 5.5 % 2, -zero == zero, f > third, float.MaxValue * 2, (long)1e18);
    }

    public static string Decimals_and_big_integers()
    {
        var d = 1.10m + 2.205m;
        Int128 big = Int128.MaxValue;
        System.Numerics.BigInteger huge = 2;
        for (var i = 0; i < 7; i++) huge *= huge;
        return Say(d, d * 2, decimal.Round(d, 1), big, huge, (Half)1.5);
    }

    public static string Native_integers()
    {
        nint a = 5;
        nuint b = 3;
        a <<= 2;
        int[] many = [1, 2, 3];
        return Say(a - 1, b * 2, many[(nint)1], many[b - 1], a > 3, (int)a, sizeof(long));
    }

    public static string Nullable_lifting()
    {
        int? a = 3, none = null;
        bool? yes = true, unknown = null;
        return Say(a + none, a * 2, a > none, none == null, a ?? 1, none ?? 2, yes & unknown,
            yes | unknown, unknown & false, a.GetValueOrDefault(), none.HasValue, -a);
    }

    public static string Null_operators()
    {
        string? none = null;
        List<int>? list = null;
        var box = new Box();
        Box? missing = null;
        missing?.Next = new Box();
        box?.Next = new Box { N = 3 };
        box?.Next?.N += 4;
        return Say(none?.Length, none ?? "default", list?[0], list?.Count ?? -1, box!.Next!.N,
            missing?.Next?.N);
    }

    public static string Evaluation_order()
    {
        var log = new List<string>();
        int N(int n) { log.Add($"{n}"); return n; }
        var a = new int[4];
        a[N(1)] = N(2) + N(3) * N(4);
        _ = N(5) > 0 || N(6) > 0;
        _ = N(7) > 0 ? N(8) : N(9);
        return Say(log, a);
    }

    public static string Indices_and_ranges()
    {
        int[] a = [1, 2, 3, 4];
        var s = "hello";
        Index last = ^1;
        var own = new Text("abcdef");
        return Say(a[last], a[1..^1], s[1..3], s[^2..], own[^1], own[1..3], (..^1).ToString());
    }

    readonly struct Vector(int x, int y)
    {
        readonly int x = x, y = y;
        public static Vector operator +(Vector a, Vector b) => new(a.x + b.x, a.y + b.y);
        public static Vector operator -(Vector a, Vector b) => new(a.x - b.x, a.y - b.y);
        public static Vector operator *(Vector a, int n) => new(a.x * n, a.y * n);
        public static Vector operator -(Vector a) => new(-a.x, -a.y);
        public static Vector operator ++(Vector a) => new(a.x + 1, a.y + 1);
        public static bool operator !(Vector a) => a.x == 0;
        public static Vector operator ~(Vector a) => new(a.y, a.x);
        public static bool operator ==(Vector a, Vector b) => a.x == b.x && a.y == b.y;
        public static bool operator !=(Vector a, Vector b) => !(a == b);
        public static bool operator <(Vector a, Vector b) => a.x < b.x;
        public static bool operator >(Vector a, Vector b) => a.x > b.x;
        public static bool operator true(Vector a) => a.x > 0;
        public static bool operator false(Vector a) => a.x <= 0;
        public static explicit operator int(Vector a) => a.x + a.y;
        public static implicit operator Vector(int n) => new(n, n);
        public override bool Equals(object? o) => o is Vector v && v == this;
        public override int GetHashCode() => x ^ y;
        public override string ToString() => $"({x},{y})";
    }

    class Truth(bool value, string name, List<string> log)
    {
        public string Name => name;
        public static bool operator true(Truth t) { t.Log("true?"); return t.Value; }
        public static bool operator false(Truth t) { t.Log("false?"); return !t.Value; }
        public static Truth operator |(Truth a, Truth b) => a.Value ? a : b;
        public static Truth operator &(Truth a, Truth b) => a.Value ? b : a;
        bool Value => value;
        void Log(string what) => log.Add(name + what);
    }

    class Tally
    {
        public int N;
        public void operator +=(int n) => N += n;
        public void operator ++() => N++;
    }

    readonly record struct Small(byte N)
    {
        public static Small operator +(Small a, Small b) => new(unchecked((byte)(a.N + b.N)));
        public static Small operator checked +(Small a, Small b) => new(checked((byte)(a.N + b.N)));
    }

    class Box { public int N; public Box? Next { get; set; } }

    class Text(string s)
    {
        public int Length => s.Length;
        public char this[int n] => s[n];
        public string Slice(int from, int length) => s.Substring(from, length);
    }
}
