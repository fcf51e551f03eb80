using System.Collections;
using System.Collections.ObjectModel;
using System.Collections.Specialized;

namespace Commutation.Subjects;

static class OlderCollections
{
    public static IReadOnlyList<Subject> List { get; } =
    [
        new(typeof(ArrayList), "new()", "new() { 3, 1 }"),
        new(typeof(ArrayList), "new()", "new() { 3, 1 }")
        { View = new(typeof(ArrayList), "ArrayList.Adapter(x)") },
        new(typeof(Hashtable), "new()", "new() { [1] = 2, [3] = 4 }"),
        new(typeof(Queue), "new()", "new(new[] { 3, 1 })"),
        new(typeof(Stack), "new()", "new(new[] { 3, 1 })"),
        new(typeof(SortedList), "new()", "new() { [1] = 2, [3] = 4 }"),
        new(typeof(BitArray), "new(4)", "new(new[] { true, false, true, true })"),
        new(typeof(IList), "new ArrayList()", "new List<int> { 3, 1 }"),
        new(typeof(IDictionary), "new Hashtable()", "new SortedList { [1] = 2, [3] = 4 }"),
        new(typeof(Collection<int>), "new()", "new(new List<int> { 3, 1 })"),
        new(typeof(ObservableCollection<int>), "new()", "new() { 3, 1 }"),
        new(typeof(List<int>), "new()", "new() { 3, 1 }")
        { View = new(typeof(Collection<int>), "new Collection<int>(x)") },
        new(typeof(ReadOnlyCollection<int>), "new(new List<int>())", "new(new List<int> { 3, 1 })"),
        new(typeof(ReadOnlyDictionary<int, string>), "new(new Dictionary<int, string>())",
            "new(new Dictionary<int, string> { [1] = \"a\" })"),
        new(typeof(ReadOnlyObservableCollection<int>), "new([])", "new([3, 1])"),
        new(typeof(NameValueCollection), "new()", "new() { [\"a\"] = \"1\", [\"c\"] = \"3\" }"),
        new(typeof(StringCollection), "new()", "new() { \"a\", \"c\" }"),
        new(typeof(StringDictionary), "new()", "new() { [\"a\"] = \"1\" }"),
        new(typeof(HybridDictionary), "new()", "new() { [1] = 2, [3] = 4 }"),
        new(typeof(ListDictionary), "new()", "new() { [1] = 2, [3] = 4 }"),
        new(typeof(OrderedDictionary), "new()", "new() { [\"a\"] = 2, [\"c\"] = 4 }"),
        new(typeof(IOrderedDictionary), "new OrderedDictionary()",
            "new OrderedDictionary { [\"a\"] = 2, [\"c\"] = 4 }"),
    ];
}
