using System.Collections.Immutable;
using System.Runtime.CompilerServices;

public static class Library
{
    public static string Lists()
    {
        var list = new List<int> { 3, 1, 2 };
        list.Sort();
        list.RemoveAll(n => n == 2);
        list.InsertRange(1, [7, 8]);
        list[0] += 10;
        list.ForEach(n => list.Capacity += 0);
        return Say(list, list.BinarySearch(11) != 0, list.FindIndex(n => n == 8), list.ToArray().Length,
            Thrown(() => { foreach (var n in list) list.Add(n); }), Thrown(() => Say(list[9])));
    }

    public static string Dictionaries()
    {
        var d = new Dictionary<string, List<int>> { ["a"] = [1] };
        d["a"].Add(2);
        d.TryAdd("b", []);
        foreach (var (key, value) in d) value.Add(key.Length);
        d.Remove("b", out var removed);
        return Say(d["a"], removed, d.Keys, d.Values.Count, Thrown(() => Say(d["z"])), d.ContainsKey("b"));
    }

    public static string Other_collections()
    {
        var queue = new Queue<int>([1, 2]);
        var stack = new Stack<int>([1, 2]);
        var sorted = new SortedDictionary<string, int> { ["b"] = 1, ["a"] = 2 };
        var linked = new LinkedList<int>([1]);
        linked.AddAfter(linked.First!, 5);
        var priority = new PriorityQueue<string, int>();
        priority.Enqueue("low", 5);
        priority.Enqueue("high", 1);
        var set = new SortedSet<int> { 3, 1 };
        set.UnionWith([2]);
        return Say(queue.Dequeue(), stack.Peek(), sorted.Keys, linked, priority.Dequeue(), set, set.Min);
    }

    public static string Immutable_collections()
    {
        var list = ImmutableList.Create(1, 2);
        var more = list.Add(3);
        var map = ImmutableDictionary<string, int>.Empty.SetItem("a", 1);
        var built = ImmutableArray.CreateBuilder<int>();
        built.Add(4);
        return Say(list, more, map["a"], built.ToImmutable(), more.Remove(1).SequenceEqual([2, 3]));
    }

    public static string Linq()
    {
        var words = new[] { "one", "two", "three", "four" };
        var lazy = words.Where(w => w.Length > 3).Select((w, i) => $"{i}{w}");
        words[0] = "zero";
        return Say(lazy, words.GroupBy(w => w.Length).Select(g => $"{g.Key}:{g.Count()}"),
            words.Aggregate((a, b) => a + b[0]), words.ToLookup(w => w[0])['t'], words.Zip([1, 2, 3]),
            words.OrderBy(w => w.Length).ThenByDescending(w => w).First(), words.Chunk(3).Last(),
            words.MaxBy(w => w.Length), words.SelectMany(w => w).Distinct().Count(), words.Any(w => w == ""));
    }

    public static string Custom_collection()
    {
        var own = new Names { "a", { "b", 2 } };
        own.Add("c");
        own[0] += "!";
        return Say(own, own.Count, own.Contains("c"), own.Seen);
    }

    public static string Views_that_derive_from_the_library()
    {
        var list = new List<string> { "a" };
        var fixedOnes = new ReadOnly(list);
        var own = new Own(list);
        list.Add("b");
        own.Add("c");
        return Say(fixedOnes, own, fixedOnes.Twice, list.AsReadOnly().Count);
    }

    class ReadOnly(IList<string> over) : System.Collections.ObjectModel.ReadOnlyCollection<string>(over)
    {
        public int Twice = over.Count * 2;
    }

    class Own : System.Collections.ObjectModel.Collection<string>
    {
        public Own(IList<string> over) : base(over) { }
        public Own() : this([]) { }
    }

    public static string Equality_comparers()
    {
        var set = new HashSet<string>(new ByLength()) { "aa", "bb", "c" };
        var sorted = new[] { "b", "C", "a" }.Order(StringComparer.OrdinalIgnoreCase);
        return Say(set, sorted, new SortedSet<int>(Comparer<int>.Create((a, b) => b - a)) { 1, 2 });
    }

    public static string Weak_references_and_tables()
    {
        var key = new object();
        var table = new ConditionalWeakTable<object, string> { { key, "v" } };
        var weak = new WeakReference<object>(key);
        GC.KeepAlive(key);
        return Say(table.TryGetValue(key, out var v), v, weak.TryGetTarget(out var o) && o == key);
    }

    public static string Finalizers()
    {
        Dropped.Count = 0;
        Drop();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Say(Dropped.Count);
        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Drop() { for (var i = 0; i < 3; i++) _ = new Dropped(); }
    }

    public static string Files_and_streams()
    {
        using var memory = new MemoryStream();
        using (var writer = new StreamWriter(memory, leaveOpen: true)) { writer.Write("a\nb"); writer.Flush(); }
        memory.Position = 0;
        using var reader = new StreamReader(memory);
        var path = Path.GetTempFileName();
        File.WriteAllLines(path, ["x", "y"]);
        var lines = File.ReadLines(path).ToList();
        File.Delete(path);
        return Say(reader.ReadLine(), reader.ReadToEnd(), lines, memory.Length);
    }

    public static string Random_with_a_seed()
    {
        var random = new Random(4);
        int[] all = [1, 2, 3, 4];
        random.Shuffle(all);
        return Say(random.Next(100), random.NextDouble() < 1, all);
    }

    public static string Json()
    {
        var json = System.Text.Json.JsonSerializer.Serialize(new Item("n", [1, 2]) { Note = null });
        var back = System.Text.Json.JsonSerializer.Deserialize<Item>(json)!;
        return Say(json, back.Name, back.Sizes, System.Text.Json.JsonDocument.Parse("[1,2]").RootElement[1]);
    }

    public static string Comparers_and_observers()
    {
        var log = new List<string>();
        var subject = new Subject();
        using (subject.Subscribe(new Watcher(log))) subject.Push(4);
        subject.Push(5);
        return Say(log);
    }

    public static string Time_and_versions()
    {
        var at = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(1));
        return Say(at.AddDays(-1).Month, at.UtcDateTime.Hour, TimeSpan.Parse("01:30").TotalMinutes,
            DateOnly.FromDateTime(at.DateTime).DayOfWeek, new TimeOnly(23, 0).AddHours(2).Hour);
    }

    class Names : List<string>
    {
        public int Seen;
        public void Add(string name, int times) { for (var i = 0; i < times; i++) { base.Add(name); Seen++; } }
        public new string this[int n] { get => base[n]; set { Seen += 10; base[n] = value; } }
    }

    class ByLength : IEqualityComparer<string>
    {
        public bool Equals(string? a, string? b) => a?.Length == b?.Length;
        public int GetHashCode(string s) => s.Length;
    }

    class Dropped { public static int Count; ~Dropped() => Interlocked.Increment(ref Count); }

    record Item(string Name, int[] Sizes) { public string? Note { get; set; } }

    class Subject : IObservable<int>
    {
        readonly List<IObserver<int>> all = [];
        public void Push(int n) => all.ForEach(o => o.OnNext(n));
        public IDisposable Subscribe(IObserver<int> o) { all.Add(o); return new Leaving(() => all.Remove(o)); }
        class Leaving(Func<bool> leave) : IDisposable { public void Dispose() => leave(); }
    }

    class Watcher(List<string> log) : IObserver<int>
    {
        public void OnCompleted() { }
        public void OnError(Exception e) { }
        public void OnNext(int n) => log.Add($"saw {n}");
    }
}
