namespace Interleavings.Tests.Features;

/// <summary>
/// A program by chance: assignments, branches, bounded loops and handlers over locals, fields,
/// arrays, structs and references. It ends with all that it has changed.
/// </summary>
sealed class RandomSource(int seed)
{
    // Every place is an int, so that all of them fit everywhere.
    static readonly string[] places =
    [
        "a", "b", "c", "r", "Static", "it.Field", "it.Next.Field", "it.At.X", "it.At.Y", "p.X", "p.Y",
        "many[Math.Abs(a) % 4]", "many[1]", "points[Math.Abs(b) % 3].X", "points[2].Y",
        "grid[Math.Abs(c) % 2, 1]", "grid[0, Math.Abs(a) % 2]", "span[Math.Abs(b) % 4]", "it[3]",
    ];

    static readonly string[] operators = ["+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>"];

    readonly Random random = new(seed);
    int names;

    /// <param name="name">Of its class.</param>
    /// <param name="size">How many statements at most.</param>
    public static string Of(string name, int seed, int size) => new RandomSource(seed).Make(name, size);

    string Make(string name, int size) =>
        $$"""
        #nullable disable
        public static class {{name}}
        {
            static int Static = {{seed % 9}};
            class Thing
            {
                public int Field = 1; public Point At; public Thing Next; int hidden;
                public int Auto { get; set; }
                public ref int this[int n] { get { hidden += n; return ref hidden; } }
            }
            struct Point { public int X, Y; public int Sum() => X++ + Y; }
            static int Bump(ref int n, int by) { n += by; return n - 1; }
            static int Seen(in int n, int m) => n ^ m;
            static T Same<T>(T it) => it;
            public static string Run()
            {
                int a = 1, b = 2, c = 3, steps = 0;
                var it = new Thing { Next = new Thing() };
                Point p = default; var points = new Point[3]; var many = new int[4]; var grid = new int[2, 2];
                Span<int> span = stackalloc int[4];
                ref var r = ref many[0];
                Func<int, int> add = n => n + Static;
        {{Block(size, 0)}}
                return Text.Say(a, b, c, r, Static, it.Field, it.Next.Field, it.At.X, it.At.Y, it.Auto, it[0],
                    p.X, p.Y, many, points.Select(q => $"{q.X},{q.Y}"), grid, span.ToArray(), steps);
            }
        }
        """;

    string Block(int size, int depth) => string.Join('\n',
        Enumerable.Range(0, size).Select(_ => new string(' ', 4 * depth + 8) + Statement(depth)));

    string Statement(int depth)
    {
        var kind = random.Next(depth > 2 ? 8 : 18);
        var name = $"v{names++}";
        string Inner() => $"\n{Block(random.Next(1, 4), depth + 1)}\n";
        return kind switch
        {
            0 or 1 or 2 => $"{Place()} = {Value(2)};",
            3 => $"{Place()} {Operation("=", Value(1))};",
            4 => $"{Place()}{(random.Next(2) == 0 ? "++" : "--")};",
            5 => $"Bump(ref {Variable()}, {Value(1)});",
            6 => $"r = ref {Element()};",
            7 => random.Next(2) == 0 ? "{ var q = points[1]; q.X += 5; points[0] = q; p = q; }" : "it.At = p;",
            8 or 9 => $"if ({Condition()}) {{{Inner()}}} else {{{Inner()}}}",
            10 or 11 => $"for (var {name} = 0; {name} < {random.Next(1, 4)}; {name}++) {{{Inner()}"
                + $"if (++steps > 400) break; if ({Condition()}) continue; a += {name}; }}",
            12 => $"while (steps++ < {random.Next(50, 400)} && {Condition()}) {{{Inner()}}}",
            13 or 14 => $"try {{{Inner()}if ({Condition()}) throw new ArgumentException(\"{name}\");{Inner()}}} "
                + $"catch (ArgumentException e{name}) when (e{name}.Message.Length > {random.Next(5)}) {{{Inner()}}} "
                + $"catch (Exception e{name}) {{ b += e{name}.Message.Length;{Inner()}}} finally {{ c++;{Inner()}}}",
            15 => $"switch ({Value(1)} & 3) {{ case 0: {{{Inner()}}} break; case 1: c++; goto case 0; "
                + $"case 2 when {Condition()}: b--; break; default: {{{Inner()}}} break; }}",
            16 => $"{{ var {name} = {Value(1)}; Action f{name} = () => {{ Static += {name}++; it.Field ^= {name}; }}; "
                + $"f{name}(); f{name}(); b = {name}; }}",
            _ => $"lock (it) {{{Inner()}}}",
        };
    }

    string Value(int depth) => random.Next(depth == 0 ? 3 : 10) switch
    {
        0 => $"{random.Next(-9, 99)}",
        1 or 2 => Place(),
        3 or 4 => $"({Value(depth - 1)} {Operation("", Value(depth - 1))})",
        5 => $"({Condition()} ? {Value(depth - 1)} : {Value(depth - 1)})",
        6 => $"Bump(ref {Variable()}, {Value(depth - 1)})",
        7 => $"Seen(in {Element()}, {Value(depth - 1)})",
        8 => random.Next(3) switch
        {
            0 => $"add({Value(depth - 1)})",
            1 => $"(int)(object){Place()}",
            _ => $"Same({Value(depth - 1)})",
        },
        _ => random.Next(3) switch { 0 => "p.Sum()", 1 => "points[1].Sum()", _ => "it.At.Sum()" },
    };

    // Hardly ever by zero: a program is to get to its end.
    string Operation(string suffix, string by) => operators[random.Next(10)] switch
    {
        ("/" or "%") and var sign => $"{sign}{suffix} ({by} | 1)",
        var sign => $"{sign}{suffix} {by}",
    };

    string Condition() => random.Next(3) switch
    {
        0 => $"{Place()} > {Value(1)}",
        1 => $"({Place()} & 1) == 0 && {Place()} != {random.Next(9)}",
        _ => $"({Place()} < 5 || {Value(1)} >= {Place()})",
    };

    string Place() => random.Next(20) == 0 ? "it.Auto" : Variable();

    string Variable() => places[random.Next(places.Length)];

    // What a reference can stay at: nothing of the stack's that ends before it.
    string Element() =>
        random.Next(4) switch { 0 => "many[2]", 1 => "Static", 2 => "it.Field", _ => "points[1].X" };
}
