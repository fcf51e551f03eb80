using System.Runtime.InteropServices;

public static class Structs
{
    public static string Copies()
    {
        var a = new Point { X = 1 };
        var b = a;
        b.X = 2;
        Point[] many = [a, b];
        var c = many[0];
        c.X = 9;
        many[1].X++;
        var list = new List<Point> { a };
        var d = list[0];
        d.X = 5;
        return Say(a.X, b.X, many[0].X, many[1].X, list[0].X);
    }

    public static string In_fields_of_classes()
    {
        var box = new Box();
        box.At.X = 3;
        box.Fixed.Move();
        box.At.Move();
        var taken = box.At;
        taken.Move();
        Box.Shared.Move();
        return Say(box.At.X, box.Fixed.X, taken.X, box.Property.X, Box.Shared.X);
    }

    public static string Nested()
    {
        var line = new Line { From = { X = 1 }, To = new() { X = 2 } };
        line.To.Move();
        var other = line;
        other.From.X = 8;
        return Say(line.From.X, line.To.X, other.From.X);
    }

    public static string Boxing()
    {
        object o = new Point { X = 1 };
        ((IMoves)o).Move();
        var p = (Point)o;
        p.Move();
        IMoves m = p;
        m.Move();
        return Say(((Point)o).X, p.X, ((Point)m).X, o.Equals(new Point { X = 2 }), o is Point { X: 2 });
    }

    public static string Boxed_nullable()
    {
        int? some = 3, none = null;
        object? a = some, b = none;
        return Say(a!.GetType(), b is null, (int?)a, (int?)b, a is int, Thrown(() => Say((int)b!)));
    }

    public static string Readonly_members_copy()
    {
        var keeper = new Keeper(new Point { X = 1 });
        keeper.Try();
        return Say(keeper.At.X, new Reading(3).Twice(), default(Reading).Twice());
    }

    public static string Explicit_layout()
    {
        var u = new Union { Int = 0x01020304 };
        u.Low = 0xFF;
        var f = new Union { Float = 1f };
        return Say(u.Int, u.High, f.Int, Marshal.SizeOf<Packed>(), Marshal.OffsetOf<Packed>("B"));
    }

    public static string Constructors_and_defaults()
    {
        return Say(new Started().N, default(Started).N, (new Started[1])[0].N, new Started(4).N);
    }

    public static string Enums()
    {
        var c = Colors.Red | Colors.Blue;
        c &= ~Colors.Red;
        c |= Colors.Green;
        return Say(c, (int)c, c.HasFlag(Colors.Green), Enum.Parse<Colors>("Red, Blue"), (Small)200,
            Enum.IsDefined(c), default(Colors), ((Colors)64).ToString(), Colors.Red.CompareTo(c));
    }

    public static string Enum_array_and_dictionary()
    {
        var a = new Colors[2];
        a[1] = Colors.Green;
        a[0] |= Colors.Blue;
        a[0]++;
        var d = new Dictionary<Colors, int> { [Colors.Red] = 1 };
        d[Colors.Red]++;
        return Say(a, d[Colors.Red]);
    }

    public static string Tuples()
    {
        var t = (A: 1, B: "x");
        (t.A, var c) = (t.A + 1, 5);
        (int, int) swap = (1, 2);
        swap = (swap.Item2, swap.Item1);
        var (a, (b, _)) = (1, ("q", 2.5));
        var big = (1, 2, 3, 4, 5, 6, 7, 8, 9);
        big.Item9 = 90;
        return Say(t, c, swap, a, b, t == (2, "x"), big, big.Item9, t is (2, _));
    }

    public static string Mutable_through_interface_constraint()
    {
        var p = new Point { X = 1 };
        Twice(ref p);
        var many = new[] { p };
        foreach (var m in many) Twice2(m);
        return Say(p.X, many[0].X);
        static void Twice<T>(ref T it) where T : IMoves { it.Move(); it.Move(); }
        static void Twice2<T>(T it) where T : IMoves { it.Move(); it.Move(); }
    }

    public static string Using_a_struct()
    {
        var log = new List<string>();
        var closing = new Closing { Log = log };
        using (closing) { closing.Note("body"); }
        return Say(log, closing.Count);
    }

    public static string Volatile_fields()
    {
        var flags = new Flags { Done = true, N = 4, Text = "t" };
        flags.N += 2;
        Flags.Shared = flags;
        return Say(Flags.Shared.Done, flags.N, flags.Text, Flags.Shared.Text.Length);
    }

    public static string Large_struct()
    {
        var m = new Matrix();
        m.Row1.D = 4;
        var n = m;
        n.Row1.D = 5;
        Change(ref n);
        return Say(m.Row1.D, n.Row1.D, n.Row0.A, Sum(in n));
        static void Change(ref Matrix m) => m.Row0.A = m.Row1.D * 2;
        static double Sum(in Matrix m) => m.Row0.A + m.Row1.D;
    }

    interface IMoves { void Move(); }

    struct Point : IMoves { public int X; public void Move() => X++; }

    struct Line { public Point From, To; }

    class Box
    {
        public Point At;
        public readonly Point Fixed;
        public static Point Shared;
        public Point Property { get; set; }
    }

    class Keeper(Point at)
    {
        public readonly Point At = at;
        public void Try() => At.Move();
    }

    readonly struct Reading(int n) { public readonly int Twice() => n * 2; }

    [StructLayout(LayoutKind.Explicit)]
    struct Union
    {
        [FieldOffset(0)] public int Int;
        [FieldOffset(0)] public float Float;
        [FieldOffset(0)] public byte Low;
        [FieldOffset(3)] public byte High;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    struct Packed { public byte A; public long B; }

    struct Started
    {
        public int N = 3;
        public Started() { }
        public Started(int n) => N += n;
    }

    [Flags]
    enum Colors { None, Red = 1, Green = 2, Blue = 4 }

    enum Small : byte { A }

    struct Closing : IDisposable
    {
        public int Count;
        public List<string> Log;
        public void Note(string what) { Count++; Log.Add(what); }
        public void Dispose() { Count += 10; Log.Add($"closed {Count}"); }
    }

    class Flags
    {
        public volatile bool Done;
        public volatile int N;
        public volatile string Text = "";
        public static volatile Flags Shared = null!;
    }

    struct Quad { public double A, B, C, D; }

    struct Matrix { public Quad Row0, Row1; }
}
