using System.Collections.Specialized;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Refuses;

/// <summary>
/// Members that are named as if they only read, but fill something when they are asked, and whose
/// documentation allows no second reader: two at once are no failure and no proof.
/// </summary>
public class DoubtTests
{
    private static IEnumerable<TestCaseData> Doubtful()
    {
        yield return Case("StringInfo.get_LengthInTextElements", () =>
        {
            var text = new StringInfo("abc");
            return () => _ = text.LengthInTextElements;
        });
        yield return Case("UriBuilder.get_Uri", () =>
        {
            var address = new UriBuilder("http://example.org/");
            return () => _ = address.Uri;
        });
        yield return Case("NameValueCollection.get_AllKeys", () =>
        {
            var pairs = new NameValueCollection { ["a"] = "1" };
            return () => _ = pairs.AllKeys;
        });
        yield return Case("OrderedDictionary.get_Keys", () =>
        {
            var ages = new OrderedDictionary<string, int> { ["Ada"] = 36 };
            return () => _ = ages.Keys.Count;
        });
        yield return Case("OrderedDictionary.get_Keys", () =>
        {
            IReadOnlyDictionary<string, int> ages =
                new OrderedDictionary<string, int> { ["Ada"] = 36 };
            return () => _ = ages.Keys;
        });
        yield return Case("PriorityQueue.get_UnorderedItems", () =>
        {
            var queue = new PriorityQueue<string, int>();
            return () => _ = queue.UnorderedItems;
        });
        yield return Case("StringWriter.get_Encoding", () =>
        {
            TextWriter writer = new StringWriter();
            return () => _ = writer.Encoding;
        });
        yield return Case("Encoder.get_FallbackBuffer", () =>
        {
            var encoder = Encoding.UTF8.GetEncoder();
            return () => _ = encoder.FallbackBuffer;
        });
        yield return Case("Exception.get_Data", () =>
        {
            Exception error = new InvalidOperationException();
            return () => _ = error.Data;
        });
        yield return Case("XContainer.get_FirstNode", () =>
        {
            var note = new XElement("note", "text");
            return () => _ = note.FirstNode;
        });
        yield return Case("XmlElement.get_Attributes", () =>
        {
            var document = new XmlDocument();
            document.LoadXml("<a/>");
            XmlNode root = document.DocumentElement!;
            return () => _ = root.Attributes;
        });
        yield return Case("SortedSet.GetViewBetween", () =>
        {
            var some = new SortedSet<int> { 1, 5 }.GetViewBetween(1, 3);
            return () => _ = some.Contains(1);
        });
    }

    [TestCaseSource(nameof(Doubtful))]
    public void Asked_whether_it_is_thread_safe(string member, Func<Action> make)
    {
        var verdict = Explorer.Explore(() =>
        {
            var read = make();
            Threads.Run(read, read);
        });

        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Refusal!.IsDoubt.ShouldBeTrue();
        Regex.Replace(verdict.Refusal.Member, "`[0-9]+", "").ShouldEndWith(member);
        verdict.ToString().ShouldContain($"is {member.Replace("get_", "")}");
        verdict.ToString().ShouldContain("thread-safe?");
    }

    [TestCaseSource(nameof(Doubtful))]
    public void Under_a_lock_there_is_no_doubt(string member, Func<Action> make)
    {
        var verdict = Explorer.Explore(() =>
        {
            var (read, gate) = (make(), new Lock());
            Threads.Run(2, _ => { lock (gate) read(); });
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [TestCaseSource(nameof(Doubtful))]
    public void One_reader_alone_is_no_doubt(string member, Func<Action> make) =>
        Explorer.Explore(() => Threads.Run(make(), make())).Outcome.ShouldBe(Outcome.Proved);

    [Test]
    public void A_race_beside_it_is_a_failure()
    {
        var verdict = Explorer.Explore(() =>
        {
            var (text, count) = (new StringInfo("ab"), 0);
            Threads.Run(2, _ => count += text.LengthInTextElements);
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.DataRace, verdict.ToString());
    }

    [Test]
    public void It_reads_for_certain_so_a_write_beside_it_is_a_race()
    {
        var verdict = Explorer.Explore(() =>
        {
            var pairs = new NameValueCollection { ["a"] = "1" };
            Threads.Run(() => _ = pairs.AllKeys, () => pairs.Add("b", "2"));
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.DataRace, verdict.ToString());
    }

    [Test]
    public void A_wrong_result_that_only_it_leads_to_is_a_failure()
    {
        var verdict = Explorer.Explore(() =>
        {
            var pairs = new NameValueCollection();
            string?[] seen = [];
            Threads.Run(() => seen = pairs.AllKeys, () => pairs.Add("b", "2"));
            seen.ShouldBeEmpty();
        });

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
    }

    [Test]
    public void A_doubt_where_one_use_comes_before_the_other_is_none()
    {
        var verdict = Explorer.Explore(() =>
        {
            var text = new StringInfo("ab");
            var first = new Thread(() => _ = text.LengthInTextElements);
            first.Start();
            first.Join();
            Threads.Run(() => text.LengthInTextElements.ShouldBe(2));
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static TestCaseData Case(string member, Func<Action> make) =>
        new TestCaseData(member, make).SetArgDisplayNames(member);
}
