using System.Collections;
using System.Collections.Concurrent;
using Interleavings.Tests.Litmus;
using Interleavings.Tests.Primitives;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Finds;

/// <summary>A concurrent dictionary in the hands of a library is no snapshot.</summary>
public class SteppedDictionaryTests
{
    private static IEnumerable<TestCaseData> Programs()
    {
        yield return Adding("LINQ asks for the count and copies later", d => d.ToList());
        yield return Adding("a list is made of it in the same way", d => new List<KeyValuePair<int, int>>(d));
        yield return Adding("it is known as a sequence only",
            d => ((IEnumerable<KeyValuePair<int, int>>)d).ToArray());
        yield return Judged.Holds("its own copy is a snapshot", () =>
        {
            var dictionary = new ConcurrentDictionary<int, int> { [1] = 0 };
            Threads.Run(() => dictionary.TryAdd(2, 0), () => dictionary.ToArray());
        });
        yield return Torn("a sum", d => d.Sum(p => p.Value));
        yield return Torn("a text", d => string.Join("+", d).Contains("2, 2") ? 2 : 0);
        yield return Torn("a query of a query", d => d.Where(p => p.Value > 0).Select(p => p.Value).Sum());
        yield return Torn("an untyped sequence",
            d => ((IEnumerable)d).Cast<KeyValuePair<int, int>>().Sum(p => p.Value));
        yield return Torn("a query that a loop goes over", d =>
        {
            var sum = 0;
            foreach (var value in d.Select(p => p.Value)) sum += value;
            return sum;
        });
        yield return Judged.Holds("its values are a snapshot", () => Sums(d => d.Values.Sum()));
        yield return Judged.Holds("so is its copy in a query", () => Sums(d => d.ToArray().Sum(p => p.Value)));
        yield return Judged.Holds("a dictionary that is locked", () =>
        {
            var dictionary = new Dictionary<int, int> { [1] = 0, [2] = 0 };
            var sum = 0;
            Threads.Run(
                () => { lock (dictionary) { dictionary[1] = 1; dictionary[2] = 2; } },
                () => { lock (dictionary) sum = dictionary.Sum(p => p.Value); });
            sum.ShouldBeOneOf(0, 3);
        });
    }

    [TestCaseSource(nameof(Programs))]
    public void Each_step_of_a_library_is_one_of_its_own(Func<Verdict> explore, FailureKind[] kinds) =>
        Judged.Judge(explore, kinds);

    private static TestCaseData Adding<T>(string name, Func<ConcurrentDictionary<int, int>, T> copy) =>
        Judged.Fails(name, () =>
        {
            var dictionary = new ConcurrentDictionary<int, int> { [1] = 0 };
            Threads.Run(() => dictionary.TryAdd(2, 0), () => copy(dictionary));
        }, FailureKind.Exception);

    private static TestCaseData Torn(string name, Func<ConcurrentDictionary<int, int>, int> sum) =>
        Judged.Fails(name, () => Sums(sum), FailureKind.Assertion);

    /// <summary>The second of two writes must not be seen without the first.</summary>
    private static void Sums(Func<ConcurrentDictionary<int, int>, int> sum)
    {
        var dictionary = new ConcurrentDictionary<int, int> { [1] = 0, [2] = 0 };
        var seen = 0;
        Threads.Run(
            () => { dictionary[1] = 1; dictionary[2] = 2; },
            () => seen = sum(dictionary));
        seen.ShouldNotBe(2);
    }
}
