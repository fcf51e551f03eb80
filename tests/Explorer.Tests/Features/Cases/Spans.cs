using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

public static class Spans
{
    public static string Stackalloc()
    {
        Span<int> s = stackalloc int[3];
        s[1] = 4;
        s.Fill(s[1] + 1);
        return Say(s.ToArray());
    }

    public static string Stackalloc_in_an_expression()
    {
        var index = Sum(stackalloc[] { 1, 2, 3 }) + "ab".AsSpan().IndexOf('b');
        ReadOnlySpan<char> text = index > 5 ? stackalloc char[] { 'y' } : "n";
        return Say(index, text.ToString());
    }

    public static string Slices_and_ranges()
    {
        Span<int> s = [1, 2, 3, 4, 5];
        var middle = s[1..^1];
        middle[0] = 9;
        s[^1]++;
        return Say(s.ToArray(), middle.Length, middle[..2].ToArray());
    }

    public static string Foreach_by_reference()
    {
        int[] numbers = [1, 2, 3];
        foreach (ref var n in numbers.AsSpan())
            n *= n;
        return Say(numbers);
    }

    public static string Of_literals()
    {
        ReadOnlySpan<byte> utf8 = "héllo"u8;
        ReadOnlySpan<int> fixedOnes = [3, 1, 2];
        return Say(utf8.Length, utf8[1], fixedOnes[1]);
    }

    public static string Of_constants_that_the_compiler_keeps()
    {
        ReadOnlySpan<string> words = ["one", "two"];
        ReadOnlySpan<string> others = new[] { "a", "b", "c" };
        ReadOnlySpan<decimal> prices = [1.5m, 2m];
        ReadOnlySpan<DayOfWeek> days = [DayOfWeek.Friday, DayOfWeek.Sunday];
        return Say(words[1], others[^1], prices[0], days[1], "a.b-c".Split(['.', '-']).Length);
    }

    public static string Params_span()
    {
        return Say(Count(), Count(1), Count(1, 2, 3), Joined("a", "b"));
        static int Count(params ReadOnlySpan<int> all) => all.Length;
        static string Joined(params ReadOnlySpan<string> all) => string.Join("+", all.ToArray());
    }

    public static string Sorting_and_searching()
    {
        Span<int> s = [3, 1, 2];
        s.Sort((a, b) => b - a);
        s[0..2].Reverse();
        return Say(s.ToArray(), s.IndexOf(3), s.Contains(7), s.SequenceEqual([2, 3, 1]));
    }

    public static string Out_of_range()
    {
        return Thrown(() => { Span<int> s = new int[2]; s[2] = 1; })
            + Thrown(() => { Span<int> s = new int[2]; _ = s[3..]; });
    }

    public static string Ref_struct_with_a_span()
    {
        var reader = new Reader("12,345,6");
        var text = "";
        while (reader.Next(out var word))
            text += $"<{word.ToString()}>";
        return text;
    }

    public static string Ref_field()
    {
        var n = 3;
        var counter = new Counter(ref n);
        counter.Add(4);
        counter.At *= 2;
        var other = 10;
        counter = new Counter(ref other);
        counter.Add(1);
        return Say(n, other, counter.IsNull, default(Counter).IsNull);
    }

    public static string Ref_struct_in_a_ref_struct()
    {
        int[] data = [1, 2, 3];
        var outer = new Outer { Inner = new Window { Span = data } };
        outer.Inner.Span[1] = 20;
        outer.Inner.Offset = 1;
        var copy = outer;
        copy.Inner.Span = copy.Inner.Span[1..];
        return Say(outer.Inner.Sum(), copy.Inner.Sum(), data);
    }

    public static string Ref_struct_by_reference()
    {
        int[] data = [1, 2, 3];
        var window = new Window { Span = data };
        Shrink(ref window);
        Reset(out var reset);
        var seen = Seen(in window);
        return Say(window.Span.Length, reset.Offset, seen);
        static void Shrink(ref Window w) => w = new Window { Span = w.Span[1..], Offset = w.Offset };
        static void Reset(out Window w) => w = default;
        static int Seen(in Window w) => w.Span[0];
    }

    public static string Ref_struct_as_a_type_argument()
    {
        var box = new Holder<Window> { Value = new Window { Span = new[] { 4 } } };
        box.Replace(new Window { Span = new[] { 5, 6 } });
        return Say(box.Value.Span.Length, Length(box.Value), Same(new Window { Offset = 2 }).Offset);
        static int Length<T>(T window) where T : IWindow, allows ref struct => window.Length;
        static T Same<T>(T it) where T : allows ref struct => it;
    }

    public static string Ref_struct_pattern_disposal()
    {
        var log = new List<string>();
        using (new Scope(log)) log.Add("in");
        return Say(log);
    }

    public static string Inline_arrays()
    {
        Four four = default;
        for (var i = 0; i < 4; i++) four[i] = i * 3;
        var copy = four;
        copy[1] = 100;
        Span<int> all = four;
        var sum = 0;
        foreach (var n in copy) sum += n;
        return Say(all.ToArray(), copy[1..3][0], sum, four[^1]);
    }

    public static string Inline_array_in_a_class()
    {
        var holder = new FourHolder();
        holder.Four[2] = 8;
        ref var at = ref holder.Four[3];
        at = 9;
        return Say(holder.Four[2], holder.Four[3], Thrown(() => { var i = 4; holder.Four[i] = 1; }));
    }

    public static string Memory_and_marshal()
    {
        Memory<int> memory = new int[4];
        memory.Span[1] = 5;
        var bytes = MemoryMarshal.AsBytes(memory.Span);
        bytes[0] = 1;
        ref var first = ref MemoryMarshal.GetReference(memory.Span);
        Unsafe.Add(ref first, 3) = 7;
        return Say(memory.ToArray(), MemoryMarshal.Cast<int, long>(memory.Span).Length);
    }

    public static string List_as_span()
    {
        List<int> list = [1, 2, 3];
        CollectionsMarshal.AsSpan(list)[1] = 8;
        var words = new Dictionary<string, int>();
        CollectionsMarshal.GetValueRefOrAddDefault(words, "a", out var existed)++;
        return Say(list, words["a"], existed);
    }

    public static string Two_dimensions()
    {
        var grid = new int[2, 3];
        var flat = MemoryMarshal.CreateSpan(ref grid[0, 0], grid.Length);
        for (var i = 0; i < flat.Length; i++) flat[i] = i;
        return Say(grid[1, 0], grid[1, 2]);
    }

    public static string Span_of_structs()
    {
        Span<(int A, string B)> pairs = new (int, string)[2];
        pairs[0].A = 3;
        pairs[1].B = "x";
        ref var at = ref pairs[0];
        at.B = "y";
        return Say(pairs[0], pairs[1]);
    }

    static int Sum(Span<int> of) { var sum = 0; foreach (var n in of) sum += n; return sum; }

    interface IWindow { int Length { get; } }

    ref struct Window : IWindow
    {
        public Span<int> Span;
        public int Offset;
        public readonly int Length => Span.Length;
        public readonly int Sum() { var sum = Offset; foreach (var n in Span) sum += n; return sum; }
    }

    ref struct Outer { public Window Inner; }

    ref struct Holder<T> where T : allows ref struct
    {
        public T Value;
        public void Replace(T value) => Value = value;
    }

    ref struct Counter(ref int at)
    {
        ref int at = ref at;
        public readonly ref int At => ref at;
        public readonly bool IsNull => Unsafe.IsNullRef(ref at);
        public void Add(int n) => at += n;
        
    }

    ref struct Reader(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> rest = text;

        public bool Next(out ReadOnlySpan<char> word)
        {
            var comma = rest.IndexOf(',');
            word = comma < 0 ? rest : rest[..comma];
            rest = comma < 0 ? default : rest[(comma + 1)..];
            return word.Length > 0;
        }
    }

    readonly ref struct Scope(List<string> log)
    {
        readonly List<string> log = log;
        public void Dispose() => log.Add("out");
    }

    [InlineArray(4)]
    struct Four { int first; }

    class FourHolder { public Four Four; }
}
