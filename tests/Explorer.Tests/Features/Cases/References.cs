public static class References
{
    static int last = 1;
    static string?[] names = ["a", "b"];

    public static string Ref_local_of_a_static()
    {
        ref var at = ref last;
        at += 5;
        return Say(last, at);
    }

    public static string Ref_return()
    {
        int[] numbers = [3, 9, 4];
        Largest(numbers) = 0;
        Largest(numbers)++;
        ref var at = ref Largest(numbers);
        return Say(numbers, at);
    }

    public static string Ref_reassigned()
    {
        int a = 1, b = 2;
        ref var at = ref a;
        at = 10;
        at = ref b;
        at = 20;
        return Say(a, b);
    }

    public static string Ref_conditional()
    {
        int a = 1, b = 2;
        (a > b ? ref a : ref b) = 7;
        ref var smaller = ref a < b ? ref a : ref b;
        smaller--;
        return Say(a, b);
    }

    public static string Ref_readonly()
    {
        ref readonly var at = ref ReadOnly(1);
        names[1] = "changed";
        return Say(at);
    }

    public static string In_copies_what_is_not_readonly()
    {
        var point = new Point { X = 1 };
        return Say(Moved(in point), point.X, Moved(new Point { X = 9 }));
        static int Moved(in Point p) { p.Move(); return p.X; }
    }

    public static string Out_and_ref()
    {
        Split(17, out var tens, out int ones);
        Swap(ref tens, ref ones);
        return Say(tens, ones, int.TryParse("12", out var n) ? n : -1, int.TryParse("x", out _));
        static void Split(int n, out int tens, out int ones) => (tens, ones) = (n / 10, n % 10);
    }

    public static string Same_variable_twice()
    {
        var n = 1;
        Both(ref n, ref n);
        return Say(n);
        static void Both(ref int a, ref int b) { a += 5; b *= a; }
    }

    public static string Of_a_field_of_a_struct_of_a_class()
    {
        var box = new Box();
        Add(ref box.At.X, 3);
        Add(ref box.Many[1].X, 4);
        box.At.Move();
        box.Many[1].Move();
        return Say(box.At.X, box.Many[1].X);
        static void Add(ref int x, int by) => x += by;
    }

    public static string Of_a_generic_element()
    {
        string?[] strings = ["x"];
        int[] ints = [1];
        Set(ref strings[0], "y");
        Set(ref ints[0], 2);
        return Say(strings, ints);
        static void Set<T>(ref T at, T value) => at = value;
    }

    public static string Covariance_is_checked()
    {
        object[] objects = new string[] { "a" };
        return Thrown(() => { ref var at = ref objects[0]; at = 1; })
            + Thrown(() => objects[0] = 1) + Say(objects[0]);
    }

    public static string Extension_by_reference()
    {
        var p = new Point { X = 3 };
        p.Twice();
        return Say(p.X, p.Seen());
    }

    public static string Discarded_ref_return()
    {
        Touch();
        Touch() = 3;
        return Say(last);
        static ref int Touch() { last++; return ref last; }
    }

    public static string Delegates_by_reference()
    {
        Finder find = (int[] all, int n) => ref all[n];
        int[] numbers = [1, 2];
        find(numbers, 1) = 5;
        Changer change = (ref int x, in int by, out int old) => { old = x; x += by; };
        change(ref numbers[0], 4, out var before);
        return Say(numbers, before);
    }

    public static string Typed_references()
    {
        var n = 4;
        var it = __makeref(n);
        __refvalue(it, int) = 6;
        return Say(n, __reftype(it));
    }

    public static string Null_reference()
    {
        Box none = null!;
        return Thrown(() => none.At.X = 1) + Thrown(() => Add(ref none.At.X))
            + Thrown(() => Say(none.Many[0].X));
        static void Add(ref int x) => x++;
    }

    public static string Struct_this_is_replaced()
    {
        var p = new Point { X = 5 };
        p.Become(new Point { X = 6 });
        return Say(p.X);
    }

    static ref int Largest(int[] of)
    {
        ref var best = ref of[0];
        for (var i = 1; i < of.Length; i++)
            if (of[i] > best)
                best = ref of[i];
        return ref best;
    }

    static ref readonly string? ReadOnly(int n) => ref names[n];

    static void Swap<T>(ref T a, ref T b) => (a, b) = (b, a);

    delegate ref int Finder(int[] all, int n);

    delegate void Changer(ref int x, in int by, out int old);

    internal struct Point
    {
        public int X;
        public void Move() => X++;
        public void Become(Point other) => this = other;
    }

    class Box { public Point At; public Point[] Many = new Point[2]; }

    static void Twice(this ref Point p) => p.X *= 2;

    static int Seen(this in Point p) => p.X + 1;
}
