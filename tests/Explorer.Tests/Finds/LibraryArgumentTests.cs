using System.Collections;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Interleavings.Hooks;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>What the framework does with the objects that it is handed: the table of effects.</summary>
public class LibraryArgumentTests
{
    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Filled<char>("Convert.ToBase64CharArray",
            a => Convert.ToBase64CharArray([1, 2, 3], 0, 3, a, 0));
        yield return Filled<int>("decimal.GetBits", a => decimal.GetBits(5m, a));
        yield return Filled<char>("string.CopyTo", a => "x".CopyTo(0, a, 0, 1));
        yield return Filled<int>("BitArray.CopyTo", a => new BitArray([true]).CopyTo(a, 0));
        yield return Filled<char>("StringReader.Read", a => new StringReader("x").Read(a, 0, 1));
        yield return Case("CollectionsMarshal.SetCount", () =>
        {
            var list = new List<int>();
            Threads.Run(() => _ = list.Count, () => CollectionsMarshal.SetCount(list, 2));
        });
        yield return Case("a separator that changes", () =>
        {
            char[] separators = [','];
            Threads.Run(() => "a,b".Split(separators), () => separators[0] = ';');
        });
        yield return Case("a stream over an array", () =>
        {
            var array = new byte[1];
            var stream = new MemoryStream(array);
            Threads.Run(() => _ = array[0], () => stream.WriteByte(1));
        });
        yield return Case("a read-only view of an array", () =>
        {
            int[] array = [0];
            var view = Array.AsReadOnly(array);
            Threads.Run(() => view.Sum(), () => array[0] = 1);
        });
        yield return Case("a bit array that is inverted", () =>
        {
            var bits = new BitArray(2);
            Threads.Run(() => _ = bits[0], () => bits.Not());
        });
    }

    private static IEnumerable<TestCaseData> Right()
    {
        byte[] bytes = [1, 2, 3];
        yield return Case("two that encode one array",
            () => Threads.Run(2, _ => Convert.ToBase64String(bytes).ShouldBe("AQID")));
        yield return Case("two that hash one array",
            () => Threads.Run(2, _ => SHA256.HashData(bytes).Length.ShouldBe(32)));
        yield return Case("two that copy one dictionary", () =>
        {
            var ages = new Dictionary<string, int> { ["a"] = 1 };
            Threads.Run(
                () => new Dictionary<string, int>(ages).Count.ShouldBe(1),
                () => new SortedDictionary<string, int>(ages).Count.ShouldBe(1));
        });
        yield return Case("two that compare a set with a list", () =>
        {
            var set = new HashSet<int> { 1 };
            var list = new List<int> { 1 };
            Threads.Run(() => set.SetEquals(list).ShouldBeTrue(), () => set.IsSubsetOf(list).ShouldBeTrue());
        });
        yield return Case("two that split by one array", () =>
        {
            char[] separators = [','];
            Threads.Run(2, _ => "a,b".Split(separators).Length.ShouldBe(2));
        });
        yield return Case("two streams over one array, which both read", () =>
        {
            byte[] array = [1];
            Threads.Run(2, _ => new MemoryStream(array).ReadByte().ShouldBe(1));
        });
        yield return Case("two that read a UriBuilder", () =>
        {
            var builder = new UriBuilder("http://a");
            Threads.Run(() => builder.Host.ShouldBe("a"), () => builder.Scheme.ShouldBe("http"));
        });
    }

    [TestCaseSource(nameof(Wrong))]
    public void An_argument_that_is_written_conflicts_with_a_reader(Action program)
    {
        var failure = Explorer.Explore(program).Failure;
        failure.ShouldNotBeNull();
        failure.Kind.ShouldBe(FailureKind.DataRace);
    }

    [TestCaseSource(nameof(Right))]
    public void Arguments_that_are_only_read_are_no_race(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [TestCase("System.Collections.Generic.List`1", "Add", 'w')]
    [TestCase("System.Collections.Generic.List`1", "IndexOf", 'r')]
    [TestCase("System.Random", "Next", 'w')]
    [TestCase("System.IO.MemoryStream", "ToArray", 'r')]
    [TestCase("System.UriBuilder", "ToString", 'r')]
    [TestCase("System.String", "Contains", '-')]
    public void The_table_tells_what_a_member_does_to_its_receiver(string type, string member, char effect) =>
        EffectTable.OnReceiver(type, member).ShouldBe(effect);

    [TestCase("System.Array", "Copy", 3, 0, 'r')]
    [TestCase("System.Array", "Copy", 3, 1, 'w')]
    [TestCase("System.Array", "Sort", 1, 0, 'w')]
    [TestCase("System.Array", "AsReadOnly", 1, 0, 'k')]
    [TestCase("System.Collections.Generic.List`1", "AddRange", 1, 0, 'r')]
    [TestCase("System.Collections.Generic.List`1", "ForEach", 1, 0, 'c')]
    [TestCase("System.GC", "KeepAlive", 1, 0, '-')]
    public void The_table_tells_what_a_member_does_to_an_argument(
        string type, string member, int count, int index, char effect) =>
        EffectTable.OnArgument(type, member, count, index).ShouldBe(effect);

    [Test]
    public void A_type_outside_the_table_has_no_entry() =>
        EffectTable.OnReceiver(typeof(LibraryArgumentTests).FullName!, "Add").ShouldBeNull();

    private static TestCaseData Filled<T>(string name, Action<T[]> fill) => Case(name, () =>
    {
        var array = new T[8];
        var seen = default(T);
        Threads.Run(() => seen = array[0], () => fill(array));
    });

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
