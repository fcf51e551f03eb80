using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>A call through a delegate, a pointer or reflection means the same as the call itself.</summary>
public unsafe class IndirectCallTests
{
    private sealed class Account
    {
        public int Balance;

        public int Limit { get; set; }

        public void Raise() => Limit++;
    }

    private sealed class Order
    {
        private int _asked;

        public List<int> Lines { get; } = [];

        public Order? Next { get; init; }

        public void Ask() => _asked++;
    }

    private static readonly FieldInfo Balance = typeof(Account).GetField(nameof(Account.Balance))!;
    private static readonly PropertyInfo Limit = typeof(Account).GetProperty(nameof(Account.Limit))!;
    private static readonly MethodInfo Raise = typeof(Account).GetMethod(nameof(Account.Raise))!;
    private static readonly MethodInfo Add = typeof(List<int>).GetMethod(nameof(List<int>.Add))!;
    private static readonly PropertyInfo Length =
        typeof(StringBuilder).GetProperty(nameof(StringBuilder.Length))!;

    private static void Fill<T>(T[] array, T value)
    {
        Action<T[], T> fill = Array.Fill;
        fill(array, value);
    }

    // An iterator isn't unsafe, even in an unsafe class.
    private static void ClearByPointer(Array array)
    {
        delegate*<Array, void> clear = &Array.Clear;
        clear(array);
    }

    private static void CopyEach<T>(List<T> from, List<T> to) => from.ForEach(to.Add);

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case("a property that is computed when it is first asked for, by reflection", () =>
        {
            var matches = new Regex("a").Matches("banana");
            var count = typeof(MatchCollection).GetProperty(nameof(MatchCollection.Count))!;
            Threads.Run(2, _ => count.GetValue(matches));
        });
        yield return Case("a format that is set by reflection", () =>
        {
            var format = new NumberFormatInfo();
            var digits = typeof(NumberFormatInfo).GetProperty(nameof(NumberFormatInfo.NumberDecimalDigits))!;
            Threads.Run(() => digits.SetValue(format, 1), () => digits.GetValue(format));
        });
        yield return Case("a random number generator by reflection", () =>
        {
            var random = new Random(1);
            var next = typeof(Random).GetMethod(nameof(Random.Next), [])!;
            Threads.Run(2, _ => next.Invoke(random, null));
        });
        yield return Case("a method group of an instance", () =>
        {
            var list = new List<int>();
            Action<int> add = list.Add;
            Threads.Run(2, add);
        });
        yield return Case("a method group that changes an array", () =>
        {
            var array = new[] { 1 };
            Action<Array> clear = Array.Clear;
            Threads.Run(() => _ = array[0], () => clear(array));
        });
        yield return Case("a method group that reads a list", () =>
        {
            var list = new List<int>();
            Func<IEnumerable<int>, List<int>> copy = Enumerable.ToList;
            Threads.Run(() => copy(list), () => list.Add(1));
        });
        yield return Case("a method group in a generic method", () =>
        {
            var array = new[] { 1 };
            Threads.Run(() => _ = array[0], () => Fill(array, 2));
        });
        yield return Case("a method group of a generic type in a generic method", () =>
        {
            var list = new List<int>();
            List<int> one = [1];
            Threads.Run(2, _ => CopyEach(one, list));
        });
        yield return Case("a function pointer", () =>
        {
            var array = new[] { 1 };
            Threads.Run(() => _ = array[0], () => ClearByPointer(array));
        });
        yield return Case("CreateDelegate of a library's member", () =>
        {
            var list = new List<int>();
            var add = Add.CreateDelegate<Action<int>>(list);
            Threads.Run(2, add);
        });
        yield return Case("CreateDelegate by name", () =>
        {
            var list = new List<int>();
            var add = (Action<int>)Delegate.CreateDelegate(typeof(Action<int>), list, "Add");
            Threads.Run(2, add);
        });
        yield return Case("CreateDelegate without a receiver, handed to a library", () =>
        {
            var list = new List<int>();
            List<List<int>> lists = [list];
            var clear = (Action<List<int>>)Delegate.CreateDelegate(
                typeof(Action<List<int>>), typeof(List<int>).GetMethod("Clear")!);
            Threads.Run(() => lists.ForEach(clear), () => list.Add(1));
        });
        yield return Case("CreateDelegate of the program's own member", () =>
        {
            var account = new Account();
            var raise = Raise.CreateDelegate<Action>(account);
            Threads.Run(2, _ => raise());
        });
        yield return Case("Invoke", () =>
        {
            var list = new List<int>();
            Threads.Run(() => _ = list.Count, () => Add.Invoke(list, [1]));
        });
        yield return Case("SetValue of a library's property", () =>
        {
            var text = new StringBuilder("ab");
            Threads.Run(() => _ = text.Length, () => Length.SetValue(text, 1));
        });
        yield return Case("GetValue of a library's property", () =>
        {
            var text = new StringBuilder("ab");
            Threads.Run(() => Length.GetValue(text), () => text.Append('c'));
        });
        yield return Case("SetValue of the program's own property", () =>
        {
            var account = new Account();
            Threads.Run(2, _ => Limit.SetValue(account, (int)Limit.GetValue(account)! + 1));
        });
        yield return Case("SetValue of a field", () =>
        {
            var account = new Account();
            Threads.Run(() => _ = account.Balance, () => Balance.SetValue(account, 5));
        });
        yield return Case("GetValue of a field", () =>
        {
            var account = new Account();
            Threads.Run(() => Balance.GetValue(account), () => account.Balance = 5);
        });
        yield return Case("SetValueDirect of a field", () =>
        {
            var account = new Account();
            Threads.Run(() => _ = account.Balance,
                () => Balance.SetValueDirect(__makeref(account), 5));
        });
        yield return Case("a serializer goes over a list below", () =>
        {
            var order = new Order { Next = new() };
            Threads.Run(() => JsonSerializer.Serialize(order), () => order.Next.Lines.Add(1));
        });
        yield return Case("a serializer goes over a list in a dictionary", () =>
        {
            var lines = new List<int>();
            var orders = new Dictionary<string, List<int>> { ["a"] = lines };
            Threads.Run(() => JsonSerializer.SerializeToUtf8Bytes(orders), () => lines.Add(1));
        });
        yield return Case("a serializer that reads fields", () =>
        {
            var account = new Account();
            var options = new JsonSerializerOptions { IncludeFields = true };
            Threads.Run(() => JsonSerializer.Serialize(account, options), () => account.Balance = 5);
        });
    }

    private static IEnumerable<TestCaseData> Right()
    {
        yield return Case("a method group under a lock", () =>
        {
            var list = new List<int>();
            Action<int> add = list.Add;
            Locked(() => add(1));
            list.Count.ShouldBe(2);
        });
        yield return Case("a method group that touches nothing shared", () =>
        {
            string[] texts = ["1", "2"];
            var sum = 0;
            Threads.Run(2, _ => Interlocked.Add(ref sum, texts.Select(int.Parse).Sum()));
            sum.ShouldBe(6);
        });
        yield return Case("a handler that is removed again", () =>
        {
            var list = new List<int>();
            Action<int>? changed = null;
            changed += list.Add;
            changed -= list.Add;
            changed.ShouldBeNull();
        });
        yield return Case("a function pointer under a lock", () =>
        {
            var array = new[] { 1 };
            Locked(() => ClearByPointer(array));
            array[0].ShouldBe(0);
        });
        yield return Case("CreateDelegate under a lock", () =>
        {
            var list = new List<int>();
            var add = Add.CreateDelegate<Action<int>>(list);
            Locked(() => add(1));
            list.Count.ShouldBe(2);
        });
        yield return Case("Invoke under a lock", () =>
        {
            var list = new List<int>();
            Locked(() => Add.Invoke(list, [1]));
            list.Count.ShouldBe(2);
        });
        yield return Case("GetValue twice", () =>
        {
            var text = new StringBuilder("ab");
            Threads.Run(2, _ => ((int)Length.GetValue(text)!).ShouldBe(2));
        });
        yield return Case("a property of the program's own under a lock", () =>
        {
            var account = new Account();
            Locked(() => Limit.SetValue(account, (int)Limit.GetValue(account)! + 1));
            account.Limit.ShouldBe(2);
        });
        yield return Case("a field under a lock", () =>
        {
            var account = new Account();
            Locked(() => Balance.SetValue(account, (int)Balance.GetValue(account)! + 1));
            account.Balance.ShouldBe(2);
        });
        yield return Case("two threads serialize", () =>
        {
            var order = new Order { Next = new() };
            Threads.Run(2, _ => JsonSerializer.Serialize(order).ShouldContain("Lines"));
        });
        yield return Case("a field that is not serialized is changed", () =>
        {
            var order = new Order();
            Threads.Run(() => JsonSerializer.Serialize(order).ShouldContain("Lines"), order.Ask);
        });
    }

    private static IEnumerable<TestCaseData> Unknown()
    {
        yield return Case("System.Array.Sort", () =>
        {
            int[] array = [2, 1];
            typeof(Array).GetMethod("Sort", [typeof(Array)])!.Invoke(null, [array]);
        });
        yield return Case("System.Type.InvokeMember", () => typeof(List<int>).InvokeMember(
            "Add", BindingFlags.InvokeMethod, null, new List<int>(), [1]));
        yield return Case("System.Lazy`1.get_Value", () =>
            typeof(Lazy<int>).GetProperty("Value")!.GetValue(new Lazy<int>(() => 1)));
        yield return Case("System.Collections.Generic.List`1..ctor", () =>
            Activator.CreateInstance(typeof(List<int>), new List<int>()));
        yield return Case("System.Collections.Generic.Queue`1..ctor", () =>
            typeof(Queue<int>).GetConstructor([typeof(IEnumerable<int>)])!.Invoke([new List<int>()]));
    }

    private static void Locked(Action body)
    {
        var gate = new object();
        Threads.Run(2, _ =>
        {
            lock (gate) body();
        });
    }

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetName(name);

    [TestCaseSource(nameof(Wrong))]
    public void A_race_behind_an_indirect_call_is_found(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
        verdict.Failure.ShouldNotBeNull().Kind
            .ShouldBeOneOf(FailureKind.DataRace, FailureKind.Exception, FailureKind.Assertion);
    }

    [TestCaseSource(nameof(Right))]
    public void The_same_without_a_race_is_proved(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [TestCaseSource(nameof(Unknown))]
    public void A_call_whose_effect_is_not_known_is_unsupported_by_name(Action program)
    {
        var verdict = Explorer.Explore(program);

        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Refusal.ShouldNotBeNull().Member
            .ShouldBe(TestContext.CurrentContext.Test.Name);
    }
}
