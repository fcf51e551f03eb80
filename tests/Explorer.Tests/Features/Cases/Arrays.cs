public static class Arrays
{
    public static string Every_element_type()
    {
        var bools = new bool[2]; bools[1] = true; bools[0] |= bools[1];
        var bytes = new byte[2]; bytes[1] = 255; bytes[1]++;
        var sbytes = new sbyte[1]; sbytes[0]--;
        var shorts = new short[1]; shorts[0] -= 3;
        var ushorts = new ushort[1]; ushorts[0]--;
        var chars = new char[2]; chars[0] = 'a'; chars[1] = (char)(chars[0] + 1);
        var uints = new uint[1]; uints[0]--;
        var longs = new long[1]; longs[0] = 1L << 40;
        var ulongs = new ulong[1]; ulongs[0]--;
        var floats = new float[1]; floats[0] += 1.5f;
        var doubles = new double[1]; doubles[0] = floats[0] / 2;
        var natives = new nint[1]; natives[0] = 7;
        var decimals = new decimal[1]; decimals[0] += 1.1m;
        return Say(bools, bytes, sbytes, shorts, ushorts, new string(chars), uints, longs, ulongs, floats,
            doubles, natives, decimals);
    }

    public static string Of_structs_and_nullables()
    {
        var pairs = new (int A, string B)[2];
        pairs[1].A = 4;
        pairs[0] = (1, "x");
        var maybe = new int?[2];
        maybe[0] = 3;
        maybe[1] ??= maybe[0] + 1;
        var dates = new DateTime[1];
        dates[0] = dates[0].AddDays(1);
        return Say(pairs, maybe, dates[0].Day, pairs[1].B is null);
    }

    public static string Several_dimensions()
    {
        var grid = new int[2, 3];
        grid[1, 2] = 5;
        grid[1, 2]++;
        grid[0, 1] += grid[1, 2];
        var cube = new string[2, 2, 2];
        cube[1, 0, 1] = "x";
        ref var at = ref cube[0, 0, 0];
        at = "y";
        var filled = new[,] { { 1, 2 }, { 3, 4 } };
        return Say(grid, cube[1, 0, 1], cube[0, 0, 0], filled[1, 0], grid.Rank, grid.GetLength(1),
            Thrown(() => grid[2, 0] = 1), Thrown(() => Say(cube[0, -1, 0])));
    }

    public static string Several_dimensions_of_structs()
    {
        var grid = new Cell[2, 2];
        grid[0, 1].N = 3;
        grid[0, 1].Bump();
        var copy = grid[0, 1];
        copy.Bump();
        grid[1, 1] = copy;
        Bump(ref grid[1, 1]);
        return Say(grid[0, 1].N, grid[1, 1].N);
        static void Bump(ref Cell c) => c.N *= 10;
    }

    public static string Lower_bounds()
    {
        var odd = (int[,])Array.CreateInstance(typeof(int), [2, 2], [5, -1]);
        odd[5, -1] = 3;
        odd[6, 0] = odd[5, -1] + 1;
        return Say(odd, odd.GetLowerBound(0), Thrown(() => odd[0, 0] = 1));
    }

    public static string Jagged()
    {
        int[][] rows = [[1], [2, 3], []];
        rows[2] = rows[1];
        rows[2][0] = 9;
        rows[0][0] += rows[1][1];
        int[][,] mixed = [new int[1, 1]];
        mixed[0][0, 0] = 4;
        return Say(rows, rows[1][0], mixed[0][0, 0], rows[^1].Length);
    }

    public static string Covariance()
    {
        object[] objects = new string[] { "a", "b" };
        objects[0] = "c";
        IList<object> list = objects;
        Array any = objects;
        uint[] unsigned = (uint[])(object)new int[] { -1 };
        return Say(objects, Thrown(() => objects[1] = 2), list.Count, any.GetValue(1), unsigned[0],
            Thrown(() => list.Add(1)));
    }

    public static string Covariant_in_generic_code()
    {
        return Say(First<object>(new string[] { "a" }), Thrown(() => Set<object>(new string[1], 3)),
            Call<object>(new string[] { "abc" }), Set<object>(new string[1], "fits"));
        static T First<T>(T[] a) => a[0];
        static T Set<T>(T[] a, T value) { a[0] = value; return a[0]; }
        static string? Call<T>(T[] a) => a[0]!.ToString() + a[0]!.GetHashCode().Equals(a[0]!.GetHashCode());
    }

    public static string Null_and_range()
    {
        int[] none = null!;
        string[] words = ["a"];
        int i = 5, j = -1;
        long far = 1L << 33;
        return Thrown(() => Say(none[0])) + Thrown(() => words[i] = "x") + Thrown(() => Say(words[j]))
            + Thrown(() => Say(words[far])) + Thrown(() => { ref var at = ref words[i]; });
    }

    public static string Long_indices()
    {
        var a = new int[3];
        long one = 1;
        ulong two = 2;
        uint zero = 0;
        a[one] = 5;
        a[two]++;
        a[zero] = a[one] + a[two];
        return Say(a);
    }

    public static string Huge()
    {
        var a = new byte[40_000_000];
        a[^1] = 3;
        a[20_000_000] += 4;
        var sum = 0;
        for (var i = 0; i < a.Length; i += 1_000_000) sum += a[i];
        return Say(a.Length, a[^1], sum);
    }

    public static string Library_methods()
    {
        int[] a = [3, 1, 2];
        Array.Sort(a, (x, y) => y - x);
        Array.Resize(ref a, 4);
        Array.Reverse(a);
        var b = (int[])a.Clone();
        Array.Copy(a, 0, b, 1, 2);
        Buffer.BlockCopy(a, 4, b, 0, 4);
        Array.Clear(a);
        return Say(a, b, Array.IndexOf(b, 1), Array.Find(b, n => n > 1), Array.BinarySearch(new[] { 1, 3 }, 3));
    }

    public static string Collection_expressions()
    {
        int[] a = [1, 2];
        List<int> list = [0, .. a, 3];
        HashSet<string> set = ["x", "x"];
        IEnumerable<int> lazy = [.. list.Where(n => n > 0), .. a];
        ReadOnlySpan<int> span = [.. a, 9];
        int[][] nested = [[1], [.. a]];
        IReadOnlyList<int> one = [5];
        return Say(list, set, lazy, span[2], nested, one, Own.Of("p", "q"));
    }

    public static string Empty_and_params()
    {
        return Say(Count(), Count(null!), Count(1, "x"), Array.Empty<int>().Length);
        static string Count(params object[] all) => all is null ? "null" : $"{all.Length}";
    }

    struct Cell { public int N; public void Bump() => N++; }

    [System.Runtime.CompilerServices.CollectionBuilder(typeof(Own), nameof(Make))]
    class Own(string[] all) : IEnumerable<string>
    {
        public static Own Make(ReadOnlySpan<string> of) => new(of.ToArray());
        public static Own Of(string a, string b) => [a, b, "!"];
        public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)all).GetEnumerator();
        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
