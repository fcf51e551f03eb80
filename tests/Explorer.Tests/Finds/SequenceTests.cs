using System.Buffers;
using System.ComponentModel;
using System.Data;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>
/// A library that is handed a sequence enumerates it, whatever class it is of, and some sequences
/// collect their elements only then. A part of a whole is found, whichever way leads to it.
/// </summary>
public class SequenceTests
{
    private static readonly Regex Word = new("[a-z]+");

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case("matches that two queries collect", () =>
        {
            var matches = Word.Matches("one two");
            return (() => _ = matches.Select(m => m.Value).Last(), () => _ = matches.Any());
        });
        yield return Case("matches that a list copies", () =>
        {
            var matches = Word.Matches("one two");
            return (() => _ = new List<Match>(matches), () => _ = matches.Count);
        });
        yield return Case("groups of a match", () =>
        {
            var match = Word.Match("one");
            return (() => _ = match.Groups.Values.Count(),
                () => _ = string.Join('+', (IEnumerable<Group>)match.Groups));
        });
        yield return Case("a query over matches, enumerated later", () =>
        {
            var matches = Word.Matches("one two");
            var query = matches.Where(m => m.Success);
            return (() => { foreach (var m in query) _ = m.Index; }, () => _ = matches[0]);
        });
        yield return Case("a list for a window", () =>
        {
            var list = new BindingList<int> { 1 };
            return (() => list.Add(2), () => _ = list.Sum());
        });
        yield return Case("the same, joined to another", () =>
        {
            var list = new BindingList<string> { "a" };
            return (() => list.Clear(), () => _ = new[] { "b" }.Concat(list).ToList());
        });
        yield return Case("a writer of a buffer", () =>
        {
            var writer = new ArrayBufferWriter<int>();
            return (() => writer.Write([1, 2]), () => _ = writer.WrittenCount);
        });
        yield return Case("two that write one buffer", () =>
        {
            var writer = new ArrayBufferWriter<int>();
            return (() => writer.Write([1, 2]), () => writer.Write([3]));
        });
        yield return Case("an array of JSON in a query", () =>
        {
            var array = new JsonArray(1, 2);
            return (() => array.Add(3), () => _ = array.Max(n => (int)n!));
        });
        yield return Case("names of a table that a manager looks up", () =>
        {
            var names = new NameTable();
            var manager = new XmlNamespaceManager(names);
            return (() => names.Add("new"), () => _ = manager.LookupNamespace("a"));
        });
        yield return Case("a row and its table", () =>
        {
            var table = new DataTable { Columns = { "Name" } };
            var row = table.Rows.Add("Ada");
            return (() => table.Rows.Add("Alan"), () => _ = row.HasErrors);
        });
        yield return Case("a reader that skips to an element", () =>
        {
            var reader = XmlReader.Create(new StringReader("<a><b/></a>"));
            return (() => reader.IsStartElement("a"), () => reader.IsStartElement("b"));
        });
        yield return Case("a calendar's setting", () =>
        {
            var calendar = new System.Globalization.GregorianCalendar();
            return (() => calendar.TwoDigitYearMax = 2050, () => _ = calendar.ToFourDigitYear(30));
        });
        yield return Case("what can be set of an exception", () =>
        {
            var error = new InvalidOperationException("why");
            return (() => error.Source = "here", () => _ = error.Source);
        });
    }

    [TestCaseSource(nameof(Wrong))]
    public void Both_use_it_at_once(Func<(Action, Action)> make)
    {
        var verdict = Explorer.Explore(() =>
        {
            var (one, other) = make();
            Threads.Run(one, other);
        });

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
        verdict.Failure!.Kind.ShouldBeOneOf(
            [FailureKind.DataRace, FailureKind.Exception], verdict.ToString());
    }

    [TestCaseSource(nameof(Wrong))]
    public void Under_a_lock_it_is_right(Func<(Action, Action)> make)
    {
        var verdict = Explorer.Explore(() =>
        {
            var ((one, other), gate) = (make(), new object());
            Threads.Run(() => { lock (gate) one(); }, () => { lock (gate) other(); });
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("two read an object of JSON", () =>
        {
            var node = JsonNode.Parse("""{"a": 1, "b": [2, 3]}""")!;
            return (() => _ = (int)node["a"]!, () => _ = node["b"]!.AsArray().Count);
        });
        yield return Case("what a match has from the start", () =>
        {
            var match = Word.Match("one");
            return (() => _ = match.Value, () => _ = match.Index + match.Length);
        });
        yield return Case("a text that is the name of a type", () =>
        {
            var list = new List<int>();
            return (() => list.Add(1), () => _ = $"{list}");
        });
        yield return Case("the same of an object", () =>
        {
            object table = new NameTable();
            return (() => ((NameTable)table).Add("a"), () => _ = table.ToString());
        });
        yield return Case("equal by reference", () =>
        {
            var builder = new System.Collections.BitArray(8);
            return (() => builder.SetAll(true), () => _ = builder.Equals("text"));
        });
        yield return Case("the object to lock of a collection", () =>
        {
            var queue = new System.Collections.Queue();
            return (() => queue.Enqueue(1), () => _ = queue.SyncRoot);
        });
        yield return Case("two that format by a culture", () =>
        {
            var german = new System.Globalization.CultureInfo("de-DE");
            return (() => _ = 1.5.ToString(german),
                () => _ = DateTime.UnixEpoch.ToString("d", german));
        });
        yield return Case("two that enumerate one query", () =>
        {
            var query = new List<int> { 1, 2 }.Where(n => n > 1);
            return (() => _ = query.Sum(), () => _ = query.ToList());
        });
        yield return Case("places in memory are compared, not what is there", () =>
        {
            var memory = new int[4].AsMemory();
            return (() => memory.Span.Fill(1), () => _ = memory.Equals(memory[..2]));
        });
        yield return Case("a reason is set, and another thing is read", () =>
        {
            var error = new InvalidOperationException("why");
            return (() => error.Source = "here", () => _ = $"{error.Message} {error}");
        });
        yield return Case("two keys of a weak table", () =>
        {
            var table = new ConditionalWeakTable<string, object>();
            return (() => table.AddOrUpdate("a", 1), () => _ = table.TryGetValue("b", out _));
        });
    }

    [TestCaseSource(nameof(Right))]
    public void Allowed_at_once(Func<(Action, Action)> make)
    {
        var verdict = Explorer.Explore(() =>
        {
            var (one, other) = make();
            Threads.Run(one, other);
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_query_over_a_weak_table_sees_it_before_and_after()
    {
        var verdict = Explorer.Explore(() =>
        {
            var table = new ConditionalWeakTable<string, object>();
            var count = 0;
            Threads.Run(() => table.Add("a", 1), () => count = table.Count());
            count.ShouldBe(0);
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
    }

    private static TestCaseData Case(string name, Func<(Action, Action)> make) =>
        new TestCaseData(make).SetArgDisplayNames(name);
}
