using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Commutation.Subjects;

static class ConcurrentCollections
{
    public static IReadOnlyList<Subject> List { get; } =
    [
        new(typeof(ConcurrentDictionary<int, string>), "new()",
            "new(new Dictionary<int, string> { [1] = \"a\", [3] = \"c\" })")
        { Observed = "x.ToArray()" },
        new(typeof(ConcurrentQueue<int>), "new()", "new([3, 1])") { Observed = "x.ToArray()" },
        new(typeof(ConcurrentStack<int>), "new()", "new([3, 1])") { Observed = "x.ToArray()" },
        new(typeof(ConcurrentBag<int>), "new()", "new([3, 1])") { Observed = "x.ToArray()" },
        new(typeof(BlockingCollection<int>), "new(4)", "new(4) { 3, 1 }")
        { Observed = "new object[] { x.Count, x.IsAddingCompleted, x.IsCompleted }" },
        new(typeof(IProducerConsumerCollection<int>), "new ConcurrentQueue<int>()",
            "new ConcurrentStack<int>([3, 1])"),
        new(typeof(ConditionalWeakTable<string, string>), "new()", "new() { { \"a\", \"b\" } }")
        { Observed = "x.ToArray()" },
    ];
}
