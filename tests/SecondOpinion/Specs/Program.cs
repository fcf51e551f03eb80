using System.Reflection;
using System.Runtime.Loader;
using NUnit;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Interleavings;

/// <summary>
/// Runs the explored specs of a class on an answer, in order until one is turned down; two lines
/// for each: its name, and what Coyote says of it.
/// </summary>
static class Program
{
    static int Main(string[] args)
    {
        if (args is not [var katas, var specs, "--after" or "--only", var name])
        {
            Console.Error.WriteLine("CoyoteSpecs <Katas.dll> <class> --after|--only <spec>");
            return 2;
        }
        // Not for what the answers print.
        var output = Console.Out;
        Console.SetOut(TextWriter.Null);
        var fixture = new Answer(katas).Specs.GetType(specs, throwOnError: true)!;
        var explored = Explored(Loaded(fixture).LoadedTest!);
        foreach (var spec in args[2] == "--only" ? explored.Where(s => s.FullName == name)
            : name == "" ? explored
            : explored.SkipWhile(s => s.FullName != name).Skip(1))
        {
            output.WriteLine($"{spec.FullName}");
            output.Flush();
            var result = Result(fixture, spec.FullName);
            output.WriteLine(result.Message);
            output.Flush();
            if (result.ResultState.Status != TestStatus.Passed) break;
        }
        output.Flush();
        // What is stuck stays stuck.
        Environment.Exit(0);
        return 0;
    }

    /// <summary>Those that ask for every interleaving, or some.</summary>
    static IEnumerable<ITest> Explored(ITest test) => test.IsSuite
        ? test.Tests.OrderBy(Place).SelectMany(Explored)
        : test.Method!.MethodInfo.GetCustomAttributes().Any(a =>
            // By name: they are those of the other copy of this assembly.
            a.GetType().Name is nameof(EveryInterleavingAttribute)
                or nameof(SomeInterleavingAttribute))
            ? [test]
            : [];

    static int Place(ITest test) => test.Properties.Get(PropertyNames.Order) as int? ?? 0;

    static ITestResult Result(Type fixture, string spec)
    {
        var result = Loaded(fixture).Run(TestListener.NULL, new Chosen(spec));
        while (result.HasChildren) result = result.Children.Single();
        return result;
    }

    static NUnitTestAssemblyRunner Loaded(Type fixture)
    {
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        runner.Load(fixture.Assembly, new Dictionary<string, object>
        {
            [FrameworkPackageSettings.LOAD] = new List<string> { fixture.FullName! },
            [FrameworkPackageSettings.NumberOfTestWorkers] = 0,
        });
        return runner;
    }

    /// <summary>The specs beside another assembly Katas than they were compiled with.</summary>
    sealed class Answer : AssemblyLoadContext
    {
        readonly string katas;

        internal Answer(string katas)
        {
            this.katas = katas;
            Specs = LoadFromAssemblyPath(typeof(Program).Assembly.Location);
        }

        internal Assembly Specs { get; }

        protected override Assembly? Load(AssemblyName name) =>
            name.Name == "Katas" ? LoadFromAssemblyPath(katas) : null;
    }

    sealed class Chosen(string spec) : ITestFilter
    {
        public bool Pass(ITest test) =>
            test.IsSuite ? test.Tests.Any(Pass) : test.FullName == spec;

        public bool IsExplicitMatch(ITest test) => false;

        public TNode ToXml(bool recursive) => throw new NotSupportedException();

        public TNode AddToXml(TNode parentNode, bool recursive) =>
            throw new NotSupportedException();
    }
}
