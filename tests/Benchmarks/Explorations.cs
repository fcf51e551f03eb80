using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Interleavings.Tests.Litmus;

namespace Interleavings.Benchmarks;

/// <summary>Whole explorations of a dozen programs: time, and executions and events a second.</summary>
[Config(typeof(Settings))]
[MemoryDiagnoser]
public class Explorations
{
    private static readonly Bounds All = new() { CountAll = true };

    [ParamsSource(nameof(Programs))]
    public Subject Program { get; set; } = null!;

    public static IEnumerable<Subject> Programs { get; } =
    [
        new("lock, 2 threads", Tests.Litmus.Programs.Locked(2, 1)),
        new("lock, 2 threads x 5", Tests.Litmus.Programs.Locked(2, 5)),
        new("lock, 4 threads", Tests.Litmus.Programs.Locked(4, 1)),
        new("Lock, 3 threads", Tests.Litmus.Programs.LockedByLock(3, 1)),
        new("N++, 2 threads", Tests.Litmus.Programs.Increments(2)),
        new("Interlocked, 3 threads", Tests.Litmus.Programs.UsedInterlocked(3)),
        new("philosophers, 4", Tests.Litmus.Programs.Philosophers(4, ordered: true)),
        new("rendezvous, 3", Tests.Litmus.Programs.Rendezvous(3)),
        new("1 writer, 6 readers", Tests.Litmus.Programs.OneWriterManyReaders(6)),
        new("lastzero(5)", Tests.Litmus.Programs.LastZero(5)),
        new("fib(3)", Tests.Litmus.Programs.Fibonacci(3)),
        new("indexer(12)", Tests.Litmus.Programs.Indexer(12)),
    ];

    [Benchmark]
    public Verdict Explore() => Explorer.Explore(Program.Body, All);

    /// <summary>A program by its name, with what one exploration of it comes to.</summary>
    public sealed class Subject(string name, Action body)
    {
        public Action Body => body;

        public Verdict Verdict { get; } = Explorer.Explore(body, All);

        public override string ToString() => name;
    }

    /// <summary>In process, because a build by the benchmark's own tool would not be woven.</summary>
    private sealed class Settings : ManualConfig
    {
        public Settings()
        {
            AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
            AddColumn(new RateColumn("Executions/s", v => v.Executions));
            AddColumn(new RateColumn("Events/s", v => v.Executions * v.LongestExecution));
        }
    }

    /// <summary>Something of an exploration, divided by its mean time.</summary>
    private sealed class RateColumn(string name, Func<Verdict, double> amount) : IColumn
    {
        public string Id => name;
        public string ColumnName => name;
        public bool AlwaysShow => true;
        public ColumnCategory Category => ColumnCategory.Custom;
        public int PriorityInCategory => 0;
        public bool IsNumeric => true;
        public UnitType UnitType => UnitType.Dimensionless;
        public string Legend => $"{name}, from the mean";

        public string GetValue(Summary summary, BenchmarkCase benchmark)
        {
            var subject = (Subject)benchmark.Parameters[nameof(Program)];
            var nanoseconds = summary[benchmark]?.ResultStatistics?.Mean;
            return nanoseconds is { } mean ? $"{amount(subject.Verdict) / mean * 1e9:N0}" : "-";
        }

        public string GetValue(Summary summary, BenchmarkCase benchmark, SummaryStyle style) =>
            GetValue(summary, benchmark);

        public bool IsAvailable(Summary summary) => true;
        public bool IsDefault(Summary summary, BenchmarkCase benchmark) => false;
    }
}
