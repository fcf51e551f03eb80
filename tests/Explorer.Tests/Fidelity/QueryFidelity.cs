using NUnit.Framework;

namespace Interleavings.Tests.Fidelity;

public class QueryFidelity
{
    private static readonly int[] s_numbers = [3, 1, 2];
    private static readonly string[] s_words = ["ab", "c", "de"];

    [Test]
    public void Element_by_element() => Script.CompareEach(s =>
    {
        s.Do("Select", () => Text(s_numbers.AsParallel().AsOrdered().Select(n => n * 2).ToArray()));
        s.Do("Where", () => Text(s_numbers.AsParallel().AsOrdered().Where(n => n > 1).ToList()));
        s.Do("SelectMany", () => Text(s_words.AsParallel().AsOrdered().SelectMany(w => w).ToArray()));
        s.Do("SelectMany, both", () => Text(s_words.AsParallel().AsOrdered()
            .SelectMany(w => w, (w, c) => $"{w}{c}").ToArray()));
        s.Do("Concat", () => s_numbers.AsParallel().Concat(s_numbers.AsParallel()).Count());
        s.Do("ForAll", () =>
        {
            var sum = 0;
            s_numbers.AsParallel().ForAll(n => Interlocked.Add(ref sum, n));
            return sum;
        });
        s.Do("Range", () => ParallelEnumerable.Range(2, 3).Sum());
        s.Do("Repeat", () => ParallelEnumerable.Repeat(2, 3).Sum());
        s.Do("Empty", () => ParallelEnumerable.Empty<int>().Count());
        s.Do("foreach", () =>
        {
            var log = "";
            foreach (var n in s_numbers.AsParallel().AsOrdered()) log += n;
            return log;
        });
        s.Do("as a sequence", () => Text(s_numbers.AsParallel().AsOrdered().AsSequential().Skip(1)));
        s.Do("for a library", () => string.Join(' ', s_numbers.AsParallel().AsOrdered().Select(n => n + 1)));
        s.Do("null", () => ((int[])null!).AsParallel());
        s.Do("Select(null)", () => s_numbers.AsParallel().Select((Func<int, int>)null!));
        s.Do("degree 0", () => s_numbers.AsParallel().WithDegreeOfParallelism(0));
        s.Do("degree 1", () => Text(s_numbers.AsParallel().AsOrdered().WithDegreeOfParallelism(1)
            .WithExecutionMode(ParallelExecutionMode.ForceParallelism)
            .WithMergeOptions(ParallelMergeOptions.FullyBuffered).ToArray()));
    });

    [Test]
    public void One_value_of_all() => Script.CompareEach(s =>
    {
        s.Do("Sum", () => s_numbers.AsParallel().Sum());
        s.Do("Sum, selected", () => s_words.AsParallel().Sum(w => (long)w.Length));
        s.Do("Min Max", () => $"{s_numbers.AsParallel().Min()} {s_numbers.AsParallel().Max(n => n * 1.5m)}");
        s.Do("Average", () => s_numbers.AsParallel().Average());
        s.Do("Count", () => s_numbers.AsParallel().Count(n => n > 1));
        s.Do("Any All", () => $"{s_numbers.AsParallel().Any(n => n > 2)} {s_numbers.AsParallel().All(n => n > 2)}");
        s.Do("Contains", () => s_numbers.AsParallel().Contains(2));
        s.Do("First", () => s_numbers.AsParallel().AsOrdered().First(n => n < 3));
        s.Do("FirstOrDefault", () => s_numbers.AsParallel().FirstOrDefault(n => n > 5));
        s.Do("First of none", () => s_numbers.AsParallel().First(n => n > 5));
        s.Do("Max of none", () => s_numbers.AsParallel().Where(n => n > 5).Max());
        s.Do("Average of none", () => s_numbers.AsParallel().Where(n => n > 5).Average());
        s.Do("too much", () => Inner(() => new[] { int.MaxValue, 1 }.AsParallel().Sum()));
        s.Do("Aggregate", () => s_numbers.AsParallel().Aggregate(10, (sum, n) => sum + n));
        s.Do("Aggregate, selected", () => s_numbers.AsParallel().Aggregate(10, (sum, n) => sum + n, sum => -sum));
        s.Do("in parts", () => s_numbers.AsParallel().Aggregate(0, (a, n) => a + n, (a, b) => a + b, a => -a));
        s.Do("in parts, made", () => s_numbers.AsParallel().Aggregate(() => 0, (a, n) => a + n, (a, b) => a + b, a => -a));
        s.Do("in no parts", () => s_numbers.AsParallel().Where(n => n > 5)
            .Aggregate(7, (a, n) => a + n, (a, b) => a + b, a => -a));
        s.Do("ToDictionary", () => s_words.AsParallel().ToDictionary(w => w, w => w.Length)["de"]);
        s.Do("the same key", () => Inner(() => s_numbers.AsParallel().ToDictionary(_ => 1)));
        s.Do("ToLookup", () => s_words.AsParallel().ToLookup(w => w.Length)[2].Count());
    });

    [Test]
    public void Sorted_and_grouped() => Script.CompareEach(s =>
    {
        s.Do("OrderBy", () => Text(s_numbers.AsParallel().OrderBy(n => n).ToArray()));
        s.Do("then Select", () => Text(s_numbers.AsParallel().OrderByDescending(n => n).Select(n => n + 1).ToArray()));
        s.Do("ThenBy", () => Text(s_words.AsParallel().OrderBy(w => w.Length).ThenByDescending(w => w).ToArray()));
        s.Do("by a comparer", () => Text(s_words.AsParallel().OrderBy(w => w, StringComparer.Ordinal).ToArray()));
        s.Do("foreach", () =>
        {
            var log = "";
            foreach (var n in s_numbers.AsParallel().OrderBy(n => n)) log += n;
            return log;
        });
        s.Do("GroupBy", () => Text(s_words.AsParallel().GroupBy(w => w.Length)
            .Select(g => $"{g.Key}:{g.Count()}").ToArray().Order()));
        s.Do("GroupBy, elements", () => s_words.AsParallel().GroupBy(w => w.Length, w => w[0]).Count());
        s.Do("GroupBy, results", () => s_words.AsParallel().GroupBy(w => w.Length, (k, g) => k * g.Count()).Sum());
        s.Do("Distinct", () => new[] { 1, 2, 1 }.AsParallel().Distinct().Sum());
        s.Do("Zip", () => Text(s_numbers.AsParallel().AsOrdered()
            .Zip(s_words.AsParallel().AsOrdered(), (n, w) => $"{n}{w}").ToArray()));
    });

    [Test]
    public void Failures() => Script.CompareEach(s =>
    {
        s.Do("of a delegate", () => Inner(() => s_numbers.AsParallel()
            .Select(n => n == 2 ? throw new IOException() : n).ToArray()));
        s.Do("of a predicate", () => Inner(() => s_numbers.AsParallel().Count(n => n / 0 > 1)).Split(' ')[0]);
        s.Do("while sorting", () => Inner(() => s_numbers.AsParallel()
            .OrderBy(n => n == 2 ? throw new IOException() : n).ToArray()));
        s.Do("in foreach", () => Inner(() =>
        {
            foreach (var _ in s_numbers.AsParallel().Select(n => n == 2 ? throw new IOException() : n))
            {
            }
        }));
        s.Do("cancelled", () => s_numbers.AsParallel().WithCancellation(new(true)).ToArray());
        s.Do("cancelled inside", () =>
        {
            var source = new CancellationTokenSource();
            return s_numbers.AsParallel().WithCancellation(source.Token).Select(n =>
            {
                source.Cancel();
                source.Token.ThrowIfCancellationRequested();
                return n;
            }).Sum();
        });
        s.Do("not run", () => s_numbers.AsParallel().Select<int, int>(_ => throw new IOException()) is null);
    });

    private static string Text<T>(IEnumerable<T> items) => string.Join(',', items);

    private static string Inner(Action run)
    {
        try
        {
            run();
            return "none";
        }
        catch (AggregateException exception)
        {
            return string.Join(' ', exception.InnerExceptions.Select(e => e.GetType().Name).Order());
        }
    }
}
