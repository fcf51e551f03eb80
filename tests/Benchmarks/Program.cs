using BenchmarkDotNet.Running;
using Interleavings.Benchmarks;

if (args is ["heap", ..])
{
    FlatHeap.Run(args.Length > 1 ? long.Parse(args[1]) : 1_000_000);
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(Explorations).Assembly).Run(args);
