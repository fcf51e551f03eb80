using Interleavings.Tests.Litmus;
using Interleavings.Tests.Primitives;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Variables;

/// <summary>Spans over what nobody writes, and their neighbors over what somebody does.</summary>
public class ConstantSpanTests
{
    private static ReadOnlySpan<int> Primes => [3, 5, 7, 11];

    private static IEnumerable<TestCaseData> Programs()
    {
        yield return Judged.Holds("a list of constants", () =>
        {
            var sum = 0;
            foreach (var prime in Primes) sum += prime;
            sum.ShouldBe(26);
        });
        yield return Judged.Holds("a list of constants in two threads", () =>
        {
            var (first, second) = (0, 0);
            Threads.Run(() => first = Primes[0], () => { ReadOnlySpan<int> own = [2, 3]; second = own[1]; });
            (first + second).ShouldBe(6);
        });
        yield return Judged.Holds("the bytes of a text", () =>
        {
            var last = (byte)0;
            Threads.Run(() => last = "abc"u8[2], () => { });
            last.ShouldBe((byte)'c');
        });
        yield return Judged.Holds("the characters of a text", () =>
        {
            var text = new string('x', 3) + "y";
            var (first, last) = (' ', ' ');
            Threads.Run(() => first = text.AsSpan()[0], () => last = text.AsSpan(1, 3)[2]);
            (first, last).ShouldBe(('x', 'y'));
        });
        yield return Judged.Holds("a text that becomes a span by itself", () =>
        {
            ReadOnlySpan<char> text = "abc";
            var count = 0;
            foreach (var letter in text) if (letter != 'b') count++;
            count.ShouldBe(2);
        });
        yield return Judged.Holds("a text as a memory", () => "abc".AsMemory().Span[1].ShouldBe('b'));
        yield return Judged.Fails("a span of an array is none of those", () =>
        {
            int[] numbers = [1, 2, 3];
            var seen = 0;
            Threads.Run(() => seen = ((ReadOnlySpan<int>)numbers)[1], () => numbers[1] = 9);
            seen.ShouldBe(2);
        }, FailureKind.DataRace, FailureKind.Assertion);
        yield return Judged.Fails("nor is one of an array that nobody has touched yet", () =>
        {
            var numbers = new int[3];
            var seen = 0;
            Threads.Run(
                () => seen = Sum(numbers),
                () => Volatile.Write(ref numbers[1], 9));
            seen.ShouldBe(0);
        }, FailureKind.DataRace, FailureKind.Assertion);
    }

    [TestCaseSource(nameof(Programs))]
    public void A_constant_is_shared_by_nobody(Func<Verdict> explore, FailureKind[] kinds) =>
        Judged.Judge(explore, kinds);

    private static int Sum(ReadOnlySpan<int> numbers)
    {
        var sum = 0;
        foreach (ref readonly var number in numbers) sum += number;
        return sum;
    }
}
