using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>
/// The static type says little: <c>object</c>, an interface, a type parameter. The object at run
/// time decides whether a call reads or writes something that threads share.
/// </summary>
public class RunTimeTypeTests
{
    private interface IBasket
    {
        int Count { get; }

        void Push(string item);
    }

    private sealed class Basket : Stack<string>, IBasket;

    private sealed class Shelf : IBasket
    {
        private readonly Lock _gate = new();
        private int _count;

        public int Count
        {
            get { lock (_gate) return _count; }
        }

        public void Push(string item)
        {
            lock (_gate) _count++;
        }
    }

    public sealed class Order
    {
        public List<string> Items { get; } = [];

        public Dictionary<string, List<int>> Prices { get; } = new() { ["tea"] = [] };
    }

    private static string TextOf<T>(T value) => $"<{value}>";

    private static int CountOf<T>(T items) where T : IEnumerable<int> => items.Count();

    private static void PushTo<T>(T basket, string item) where T : IBasket => basket.Push(item);

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Text("ToString of an object", o => o.ToString()!);
        yield return Text("ToString of a type parameter", o => TextOf(o));
        yield return Text("an interpolated string", o => $"{o}");
        yield return Text("string.Format", o => string.Format(CultureInfo.InvariantCulture, "{0}", o));
        yield return Text("a sum of texts", o => "" + o);
        yield return Text("a builder that appends it", o => new StringBuilder().Append(o).ToString());
        yield return Text("a writer that writes it", o =>
        {
            var writer = new StringWriter();
            writer.Write(o);
            return writer.ToString();
        });
        yield return Case("an interface that a library's class implements", () =>
        {
            IBasket basket = new Basket();
            Threads.Run(() => basket.Push("a"), () => basket.Push("b"));
        });
        yield return Case("the same through a type parameter", () =>
        {
            var basket = new Basket();
            Threads.Run(() => PushTo(basket, "a"), () => PushTo(basket, "b"));
        });
        yield return Case("one reads by that interface, one writes", () =>
        {
            IBasket basket = new Basket();
            Threads.Run(() => _ = basket.Count, () => basket.Push("a"));
        });
        yield return Case("an ordered dictionary by its interface", () =>
        {
            IOrderedDictionary ages = new OrderedDictionary();
            Threads.Run(() => ages.Insert(0, "a", 1), () => ages.Insert(0, "b", 2));
        });
        yield return Case("a clone of what may be a list", () =>
        {
            var list = new ArrayList();
            ICloneable source = list;
            Threads.Run(() => source.Clone(), () => list.Add(1));
        });
        yield return Case("a clone of what may be an array", () =>
        {
            var array = new int[1];
            ICloneable source = array;
            Threads.Run(() => source.Clone(), () => array[0] = 1);
        });
        yield return Case("a type parameter that a query counts", () =>
        {
            var list = new List<int>();
            Threads.Run(() => CountOf(list), () => list.Add(1));
        });
        yield return Case("an ordered query that is counted", () =>
        {
            var list = new List<int>();
            var ordered = list.Order();
            Threads.Run(() => ordered.Count(), () => list.Add(1));
        });
        yield return Case("a list within a list", () =>
        {
            var inner = new List<int>();
            List<List<int>> outer = [inner];
            Threads.Run(() => outer.SelectMany(l => l).Count(), () => inner.Add(1));
        });
        yield return Case("the same with an index and a result", () =>
        {
            var inner = new List<int>();
            List<List<int>> outer = [inner];
            Threads.Run(
                () => outer.SelectMany((l, i) => l, (l, n) => n).Count(), () => inner.Add(1));
        });
        yield return Case("a serializer that reaches a list", () =>
        {
            var order = new Order();
            Threads.Run(() => JsonSerializer.Serialize(order), () => order.Items.Add("tea"));
        });
        yield return Case("a serializer that reaches a list in a dictionary", () =>
        {
            object order = new Order();
            var prices = ((Order)order).Prices["tea"];
            Threads.Run(() => JsonSerializer.Serialize(order), () => prices.Add(1));
        });
        yield return Case("a format of which a number's text is made", () =>
        {
            var format = new NumberFormatInfo();
            IFormatProvider provider = format;
            Threads.Run(() => 1.5.ToString(provider), () => format.NumberDecimalSeparator = ",");
        });
        yield return Case("a culture whose format changes", () =>
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            Threads.Run(
                () => 1.5.ToString(culture), () => culture.NumberFormat.NumberDecimalDigits++);
        });
        yield return Case("an encoding whose fallback changes", () =>
        {
            var encoding = (Encoding)Encoding.ASCII.Clone();
            Threads.Run(
                () => encoding.GetString([200]),
                () => encoding.DecoderFallback = new DecoderReplacementFallback("!"));
        });
        yield return Case("what can be set of an exception", () =>
        {
            Exception error = new InvalidOperationException();
            Threads.Run(() => _ = error.HelpLink, () => error.HelpLink = "x");
        });
    }

    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("ToString under a lock", () =>
        {
            var builder = new StringBuilder();
            object o = builder;
            Threads.Run(
                () => { lock (builder) _ = o.ToString(); },
                () => { lock (builder) builder.Append('x'); });
        });
        yield return Case("two threads that make a text of one object", () =>
        {
            object o = new StringBuilder("x");
            Threads.Run(() => o.ToString(), () => _ = $"{o}");
        });
        yield return Case("the text of a list is the name of its type", () =>
        {
            var list = new List<int>();
            object o = list;
            Threads.Run(() => _ = $"{o}{list}", () => list.Add(1));
        });
        yield return Case("a list is equal to itself, whatever it holds", () =>
        {
            var list = new List<int>();
            object o = list;
            Threads.Run(() => o.Equals(list).ShouldBeTrue(), () => list.Add(1));
        });
        yield return Case("an interface that the program's class implements", () =>
        {
            IBasket basket = new Shelf();
            Threads.Run(() => basket.Push("a"), () => basket.Push("b"));
            basket.Count.ShouldBe(2);
        });
        yield return Case("a library's class behind it, under a lock", () =>
        {
            IBasket basket = new Basket();
            Threads.Run(2, _ => { lock (basket) basket.Push("a"); });
            basket.Count.ShouldBe(2);
        });
        yield return Case("two that read by it", () =>
        {
            IBasket basket = new Basket();
            Threads.Run(2, _ => basket.Count.ShouldBe(0));
        });
        yield return Case("two serializers of one object", () =>
        {
            var order = new Order();
            Threads.Run(2, _ => JsonSerializer.Serialize(order));
        });
        yield return Case("the invariant culture", () =>
            Threads.Run(2, _ => 1.5.ToString(CultureInfo.InvariantCulture).ShouldBe("1.5")));
        yield return Case("an encoding of the framework's", () =>
            Threads.Run(2, _ => Encoding.UTF8.GetByteCount("a").ShouldBe(1)));
        yield return Case("two queries over lists within a list", () =>
        {
            List<List<int>> outer = [[1], [2]];
            Threads.Run(2, _ => outer.SelectMany(l => l).Sum().ShouldBe(3));
        });
        yield return Case("an exception's message", () =>
        {
            var error = new InvalidOperationException("no");
            Threads.Run(() => error.Message.ShouldBe("no"), () => error.HelpLink = "x");
        });
    }

    [TestCaseSource(nameof(Wrong))]
    public void A_call_reads_or_writes_what_the_object_holds(Action program)
    {
        var failure = Explorer.Explore(program).Failure;
        failure.ShouldNotBeNull();
        failure.Kind.ShouldBe(FailureKind.DataRace);
    }

    [TestCaseSource(nameof(Right))]
    public void A_call_that_touches_nothing_shared_is_no_race(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static TestCaseData Text(string name, Func<object, string> textOf) => Case(name, () =>
    {
        var builder = new StringBuilder();
        var text = "";
        Threads.Run(() => text = textOf(builder), () => builder.Append('x'));
    });

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
