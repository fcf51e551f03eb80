using System.Collections.Immutable;
using System.Data;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>A call on a part of something, or on a view of it, is an access to its owner as well.</summary>
public class ViewTests
{
    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case("a node of a list", () =>
        {
            var list = new LinkedList<int>([1]);
            var first = list.First!;
            Threads.Run(() => _ = first.Next, () => list.AddLast(2));
        });
        yield return Case("a node's value, and the sum of the list", () =>
        {
            var list = new LinkedList<int>([1]);
            var first = list.First!;
            Threads.Run(() => list.Sum(), () => first.Value = 2);
        });
        yield return Case("the values of a dictionary, obtained before", () =>
        {
            var ages = new Dictionary<string, int>();
            var values = ages.Values;
            Threads.Run(() => values.Sum(), () => ages["a"] = 1);
        });
        yield return Case("the items of a priority queue", () =>
        {
            var queue = new PriorityQueue<int, int>();
            var items = queue.UnorderedItems;
            Threads.Run(() => items.Count(), () => queue.Enqueue(1, 1));
        });
        yield return Case("two alternate lookups", () =>
        {
            var ages = new Dictionary<string, int>();
            Threads.Run(
                () => ages.GetAlternateLookup<ReadOnlySpan<char>>()["a"] = 1,
                () => ages.GetAlternateLookup<ReadOnlySpan<char>>()["b"] = 2);
        });
        yield return Case("an alternate lookup of a set", () =>
        {
            var names = new HashSet<string>();
            var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
            Threads.Run(() => lookup.Contains("a"), () => names.Add("a"));
        });
        yield return Case("an element of an XML tree", () =>
        {
            var root = XElement.Parse("<r><c>a</c></r>");
            var child = root.Element("c")!;
            Threads.Run(() => _ = root.Value, () => child.Value = "b");
        });
        yield return Case("an attribute in an XML tree", () =>
        {
            var root = XElement.Parse("<r a='1'/>");
            var attribute = root.Attribute("a")!;
            Threads.Run(() => root.ToString(), () => attribute.Value = "2");
        });
        yield return Case("a node of an XML document", () =>
        {
            var document = new XmlDocument();
            document.LoadXml("<r><c>a</c></r>");
            var child = document.DocumentElement!.FirstChild!;
            Threads.Run(() => _ = document.InnerXml, () => child.InnerText = "b");
        });
        yield return Case("a node of a JSON tree", () =>
        {
            var root = JsonNode.Parse("""{"a":{"b":1}}""")!;
            var child = root["a"]!;
            Threads.Run(() => root.ToJsonString(), () => child["b"] = 2);
        });
        yield return Case("a row of a table", () =>
        {
            var table = Table();
            var row = table.Rows[0];
            Threads.Run(() => _ = table.Rows[0]["a"], () => row["a"] = 2);
        });
        yield return Case("copies of a handle", () =>
        {
            var handle = GCHandle.Alloc("a");
            Threads.Run(
                () => { var copy = handle; _ = copy.Target; },
                () => { var copy = handle; copy.Target = "b"; });
            handle.Free();
        });
        yield return Case("matches that are found when they are counted", () =>
        {
            var matches = Regex.Matches("a a", "a");
            Threads.Run(2, _ => matches.Count.ShouldBe(2));
        });
        yield return Case("the groups of a match", () =>
        {
            var match = Regex.Match("ab", "(a)(b)");
            Threads.Run(() => _ = match.Groups[1], () => _ = match.Groups[2]);
        });
        yield return Case("a part of a sorted set", () =>
        {
            var set = new SortedSet<int> { 1 };
            var low = set.GetViewBetween(0, 3);
            Threads.Run(() => _ = low.Count, () => set.Add(2));
        });
        yield return Case("a builder of an immutable list", () =>
        {
            var builder = ImmutableList.CreateBuilder<int>();
            Threads.Run(2, i => builder.Add(i));
        });
    }

    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("nodes of two lists", () =>
        {
            var one = new LinkedList<int>([1]);
            var other = new LinkedList<int>([1]);
            var node = one.First!;
            Threads.Run(() => _ = node.Next, () => other.AddLast(2));
        });
        yield return Case("two that read nodes of one list", () =>
        {
            var list = new LinkedList<int>([1]);
            Threads.Run(2, _ => list.First!.Next.ShouldBeNull());
        });
        yield return Case("two that read one XML tree", () =>
        {
            var root = XElement.Parse("<r><c>a</c></r>");
            Threads.Run(() => _ = root.Elements("c").First().Value, () => _ = root.Element("c")!.Value);
        });
        yield return Case("elements of two XML trees", () =>
        {
            var one = XElement.Parse("<r><c/></r>");
            var other = XElement.Parse("<r><c/></r>");
            Threads.Run(() => one.Element("c")!.Value = "1", () => other.Element("c")!.Value = "2");
        });
        yield return Case("an XML tree under a lock", () =>
        {
            var root = new XElement("r");
            Threads.Run(2, i => { lock (root) root.Add(new XElement("c")); });
            root.Elements().Count().ShouldBe(2);
        });
        yield return Case("two that read one JSON tree", () =>
        {
            var root = JsonNode.Parse("""{"a":{"b":1}}""")!;
            Threads.Run(2, _ => ((int)root["a"]!["b"]!).ShouldBe(1));
        });
        yield return Case("two that read one row", () =>
        {
            var row = Table().Rows[0];
            Threads.Run(2, _ => row["a"].ShouldBe(1));
        });
        yield return Case("two that read by copies of a handle", () =>
        {
            var handle = GCHandle.Alloc("a");
            Threads.Run(2, _ => { var copy = handle; copy.Target.ShouldBe("a"); });
            handle.Free();
        });
        yield return Case("a handle for each thread", () => Threads.Run(2, _ =>
        {
            var handle = GCHandle.Alloc(new object());
            handle.Target = "a";
            handle.Free();
        }));
        yield return Case("an alternate lookup under a lock", () =>
        {
            var ages = new Dictionary<string, int>();
            Threads.Run(
                () => { lock (ages) ages.GetAlternateLookup<ReadOnlySpan<char>>()["a"] = 1; },
                () => { lock (ages) ages.GetAlternateLookup<ReadOnlySpan<char>>()["b"] = 2; });
            ages.Count.ShouldBe(2);
        });
        yield return Case("one regular expression", () =>
        {
            var regex = new Regex("a");
            Threads.Run(2, _ => regex.Matches("a a").Count.ShouldBe(2));
        });
        yield return Case("the value of a match", () =>
        {
            var match = Regex.Match("ab", "(a)(b)");
            Threads.Run(2, _ => match.Value.ShouldBe("ab"));
        });
        yield return Case("one immutable list", () =>
        {
            var list = ImmutableList.Create(1);
            Threads.Run(2, i => list.Add(i).Count.ShouldBe(2));
        });
    }

    [TestCaseSource(nameof(Wrong))]
    public void A_view_leads_to_its_owner(Action program)
    {
        var failure = Explorer.Explore(program).Failure;
        failure.ShouldNotBeNull();
        failure.Kind.ShouldBe(FailureKind.DataRace);
    }

    [TestCaseSource(nameof(Right))]
    public void Views_that_are_only_read_or_lead_elsewhere_are_no_race(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static DataTable Table()
    {
        var table = new DataTable();
        table.Columns.Add("a", typeof(int));
        table.Rows.Add(1);
        return table;
    }

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
