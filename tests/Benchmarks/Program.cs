using BenchmarkDotNet.Running;
using Interleavings.Benchmarks;

if (args is ["heap", ..])
{
    FlatHeap.Run(args.Length > 1 ? long.Parse(args[1]) : 1_000_000);
    return 0;
}
if (args is ["soak", ..]) return Soak.Run(args.Length > 1 ? long.Parse(args[1]) : 10_000_000);
BenchmarkSwitcher.FromAssembly(typeof(Explorations).Assembly).Run(args);
return 0;
