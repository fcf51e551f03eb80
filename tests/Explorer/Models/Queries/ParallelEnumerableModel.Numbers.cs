using Interleavings.Hooks;

namespace Interleavings.Models;

// Numbers. A sum of binary fractions depends on its order in the last digits.
public static partial class ParallelEnumerableModel
{
    public static int Sum(ParallelQuery<int> source, string site) => Hook.Current is null
        ? source.Sum() : Number(() => Results(source, false, site).Sum());

    public static int Sum<TSource>(
        ParallelQuery<TSource> source, Func<TSource, int> selector, string site) =>
        Hook.Current is null ? source.Sum(selector) : Sum(Select(source, selector, site), site);

    public static double Average(ParallelQuery<int> source, string site) => Hook.Current is null
        ? source.Average() : Number(() => Results(source, false, site).Average());

    public static double Average<TSource>(
        ParallelQuery<TSource> source, Func<TSource, int> selector, string site) =>
        Hook.Current is null ? source.Average(selector) : Average(Select(source, selector, site), site);

    public static int Min(ParallelQuery<int> source, string site) => Hook.Current is null
        ? source.Min() : Number(() => Results(source, false, site).Min());

    public static int Min<TSource>(
        ParallelQuery<TSource> source, Func<TSource, int> selector, string site) =>
        Hook.Current is null ? source.Min(selector) : Min(Select(source, selector, site), site);

    public static int Max(ParallelQuery<int> source, string site) => Hook.Current is null
        ? source.Max() : Number(() => Results(source, false, site).Max());

    public static int Max<TSource>(
        ParallelQuery<TSource> source, Func<TSource, int> selector, string site) =>
        Hook.Current is null ? source.Max(selector) : Max(Select(source, selector, site), site);

    public static long Sum(ParallelQuery<long> source, string site) => Hook.Current is null
        ? source.Sum() : Number(() => Results(source, false, site).Sum());

    public static long Sum<TSource>(
        ParallelQuery<TSource> source, Func<TSource, long> selector, string site) =>
        Hook.Current is null ? source.Sum(selector) : Sum(Select(source, selector, site), site);

    public static double Average(ParallelQuery<long> source, string site) => Hook.Current is null
        ? source.Average() : Number(() => Results(source, false, site).Average());

    public static double Average<TSource>(
        ParallelQuery<TSource> source, Func<TSource, long> selector, string site) =>
        Hook.Current is null ? source.Average(selector) : Average(Select(source, selector, site), site);

    public static long Min(ParallelQuery<long> source, string site) => Hook.Current is null
        ? source.Min() : Number(() => Results(source, false, site).Min());

    public static long Min<TSource>(
        ParallelQuery<TSource> source, Func<TSource, long> selector, string site) =>
        Hook.Current is null ? source.Min(selector) : Min(Select(source, selector, site), site);

    public static long Max(ParallelQuery<long> source, string site) => Hook.Current is null
        ? source.Max() : Number(() => Results(source, false, site).Max());

    public static long Max<TSource>(
        ParallelQuery<TSource> source, Func<TSource, long> selector, string site) =>
        Hook.Current is null ? source.Max(selector) : Max(Select(source, selector, site), site);

    public static decimal Sum(ParallelQuery<decimal> source, string site) => Hook.Current is null
        ? source.Sum() : Number(() => Results(source, false, site).Sum());

    public static decimal Sum<TSource>(
        ParallelQuery<TSource> source, Func<TSource, decimal> selector, string site) =>
        Hook.Current is null ? source.Sum(selector) : Sum(Select(source, selector, site), site);

    public static decimal Average(ParallelQuery<decimal> source, string site) => Hook.Current is null
        ? source.Average() : Number(() => Results(source, false, site).Average());

    public static decimal Average<TSource>(
        ParallelQuery<TSource> source, Func<TSource, decimal> selector, string site) =>
        Hook.Current is null ? source.Average(selector) : Average(Select(source, selector, site), site);

    public static decimal Min(ParallelQuery<decimal> source, string site) => Hook.Current is null
        ? source.Min() : Number(() => Results(source, false, site).Min());

    public static decimal Min<TSource>(
        ParallelQuery<TSource> source, Func<TSource, decimal> selector, string site) =>
        Hook.Current is null ? source.Min(selector) : Min(Select(source, selector, site), site);

    public static decimal Max(ParallelQuery<decimal> source, string site) => Hook.Current is null
        ? source.Max() : Number(() => Results(source, false, site).Max());

    public static decimal Max<TSource>(
        ParallelQuery<TSource> source, Func<TSource, decimal> selector, string site) =>
        Hook.Current is null ? source.Max(selector) : Max(Select(source, selector, site), site);

    public static double Sum(ParallelQuery<double> source, string site) => Hook.Current is null
        ? source.Sum() : Number(() => Results(source, true, site).Sum());

    public static double Sum<TSource>(
        ParallelQuery<TSource> source, Func<TSource, double> selector, string site) =>
        Hook.Current is null ? source.Sum(selector) : Sum(Select(source, selector, site), site);

    public static double Average(ParallelQuery<double> source, string site) => Hook.Current is null
        ? source.Average() : Number(() => Results(source, true, site).Average());

    public static double Average<TSource>(
        ParallelQuery<TSource> source, Func<TSource, double> selector, string site) =>
        Hook.Current is null ? source.Average(selector) : Average(Select(source, selector, site), site);

    public static double Min(ParallelQuery<double> source, string site) => Hook.Current is null
        ? source.Min() : Number(() => Results(source, false, site).Min());

    public static double Min<TSource>(
        ParallelQuery<TSource> source, Func<TSource, double> selector, string site) =>
        Hook.Current is null ? source.Min(selector) : Min(Select(source, selector, site), site);

    public static double Max(ParallelQuery<double> source, string site) => Hook.Current is null
        ? source.Max() : Number(() => Results(source, false, site).Max());

    public static double Max<TSource>(
        ParallelQuery<TSource> source, Func<TSource, double> selector, string site) =>
        Hook.Current is null ? source.Max(selector) : Max(Select(source, selector, site), site);

    /// <summary>Too large a sum is a failure of the query, while an empty one is the caller's.</summary>
    private static T Number<T>(Func<T> number)
    {
        try
        {
            return number();
        }
        catch (OverflowException exception)
        {
            throw new AggregateException(exception);
        }
    }
}
