namespace Commutation.Subjects;

static class GenericCollections
{
    static readonly Dictionary<Type, string[]> nodes = new()
    {
        [typeof(LinkedListNode<int>)] = ["x.First!", "x.Last!"],
    };

    public static IReadOnlyList<Subject> List { get; } =
    [
        new(typeof(List<int>), "new()", "new() { 3, 1, 2 }"),
        new(typeof(List<string>), "new()", "new() { \"a\", \"c\" }"),
        new(typeof(IList<int>), "new List<int>()", "new List<int> { 3, 1 }"),
        new(typeof(ICollection<int>), "new HashSet<int>()", "new List<int> { 3, 1 }"),
        new(typeof(IEnumerable<int>), "new List<int>()", "new List<int> { 3, 1 }"),
        new(typeof(IDictionary<int, string>), "new Dictionary<int, string>()",
            "new SortedDictionary<int, string> { [1] = \"a\", [3] = \"c\" }"),
        new(typeof(IReadOnlyDictionary<int, string>), "new Dictionary<int, string>()",
            "new Dictionary<int, string> { [1] = \"a\", [3] = \"c\" }")
        {
            Extra =
            [
                "((IDictionary<int, string>)x).Add(1, \"a\");",
                "((IDictionary<int, string>)x).Clear();",
                "((Dictionary<int, string>)x).TryAdd(2, \"b\")",
            ],
        },
        new(typeof(Dictionary<int, string>), "new()", "new() { [1] = \"a\", [3] = \"c\" }"),
        new(typeof(Dictionary<int, string>), "new()", "new() { [1] = \"a\", [3] = \"c\" }")
        { View = new(typeof(Dictionary<int, string>.KeyCollection), "x.Keys") },
        new(typeof(Dictionary<int, string>), "new()", "new() { [1] = \"a\", [3] = \"c\" }")
        { View = new(typeof(Dictionary<int, string>.ValueCollection), "x.Values") },
        new(typeof(SortedDictionary<int, string>), "new()", "new() { [1] = \"a\", [3] = \"c\" }"),
        new(typeof(SortedDictionary<int, string>), "new()", "new() { [1] = \"a\", [3] = \"c\" }")
        { View = new(typeof(SortedDictionary<int, string>.KeyCollection), "x.Keys") },
        new(typeof(SortedList<int, string>), "new()", "new() { { 1, \"a\" }, { 3, \"c\" } }"),
        new(typeof(SortedList<int, string>), "new()", "new() { { 1, \"a\" }, { 3, \"c\" } }")
        { View = new(typeof(IList<string>), "x.Values") },
        new(typeof(HashSet<int>), "new()", "new() { 3, 1 }"),
        new(typeof(SortedSet<int>), "new()", "new() { 3, 1 }"),
        new(typeof(SortedSet<int>), "new()", "new() { 3, 1 }")
        { View = new(typeof(SortedSet<int>), "x.GetViewBetween(1, 9)") },
        new(typeof(ISet<int>), "new HashSet<int>()", "new SortedSet<int> { 3, 1 }"),
        new(typeof(Queue<int>), "new()", "new([3, 1])"),
        new(typeof(Stack<int>), "new()", "new([3, 1])"),
        new(typeof(PriorityQueue<int, int>), "new()", "new([(3, 1), (1, 2)])"),
        new(typeof(LinkedList<int>), "new()", "new([3, 1])") { Arguments = nodes },
        new(typeof(LinkedList<int>), "new([4])", "new([3, 1])")
        { View = new(typeof(LinkedListNode<int>), "x.First!"), Arguments = nodes },
        new(typeof(OrderedDictionary<int, string>), "new()", "new() { [1] = \"a\", [3] = \"c\" }"),
        new(typeof(List<int>), "new()", "new() { 3, 1, 2 }")
        {
            View = new(typeof(System.Collections.ObjectModel.ReadOnlyCollection<int>),
                "x.AsReadOnly()"),
        },
        new(typeof(List<int>), "new()", "new() { 3, 1, 2 }")
        { View = new(typeof(IEnumerator<int>), "((IEnumerable<int>)x).GetEnumerator()") },
    ];
}
