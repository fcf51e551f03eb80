using System.Collections.ObjectModel;
using System.Text;
using Commutation.Subjects;
using Mono.Cecil;

namespace Commutation.Faults;

/// <summary>The causes that the gate has to report.</summary>
static class Planted
{
    static Fault Of(string name, Subject subject, string first, string second,
        Action<MethodDefinition> edit) =>
        new(name, subject with { Extra = [first, second] }, edit);

    static readonly Subject list = new(typeof(List<int>), "new() { 3 }", "new() { 3, 1, 2 }");

    public static IReadOnlyList<Fault> All { get; } =
    [
        Of("a namespace counts as unchanging",
            new(typeof(SortedSet<int>), "new()", "new() { 3 }"),
            "x.Add(1)", "x.Add(2)", HookEdits.Unseen),
        Of("a member that isn't on the list counts as a read",
            new(typeof(PriorityQueue<int, int>), "new()", "new([(3, 1)])"),
            "x.Enqueue(1, 1);", "x.Count", HookEdits.Reads),
        Of("an argument counts as read",
            new(typeof(int[]), "new[] { 4, 5 }", "new[] { 3, 1, 2 }"),
            "Array.Reverse(x);", "Array.IndexOf(x, 3)", HookEdits.Reads),
        Of("the static type on the stack decides",
            new(typeof(StringBuilder), "new()", "new(\"abc\")"),
            "((object)x).ToString()", "x.Append('a')", HookEdits.Unseen),
        Of("a call through an interface is seen as nothing",
            new(typeof(ICollection<int>), "new List<int>()", "new HashSet<int> { 3 }"),
            "x.Add(1);", "x.Count", HookEdits.Unseen),
        Of("a view is no access to its owner",
            list with { View = new(typeof(ReadOnlyCollection<int>), "x.AsReadOnly()") },
            "v.Count", "x.Add(1);", HookEdits.Unseen),
        Of("an enumerator moves without an event",
            list with
            { View = new(typeof(IEnumerator<int>), "((IEnumerable<int>)x).GetEnumerator()") },
            "v.MoveNext()", "x.Add(1);", HookEdits.Unseen),
        Of("what a span leads to is not looked at",
            new(typeof(int[]), "new[] { 4, 5 }", "new[] { 3, 1, 2 }"),
            "x.AsSpan().Fill(7);", "x[0]", HookEdits.Unseen),
        Of("every object of a type is as safe as its shared one",
            new(typeof(Random), "new(1)", "new(2)"),
            "x.Next()", "x.Next(9)", HookEdits.Unseen),
        Of("a query looks at nothing", list,
            "x.Where(i => i > 1).Count()", "x.Add(5);", HookEdits.Unseen),
        Of("a copy of an array is not a read",
            new(typeof(int[]), "new[] { 4, 5 }", "new[] { 3, 1, 2 }"),
            "x.Clone()", "x[0] = 9;", HookEdits.Unseen),
    ];
}
