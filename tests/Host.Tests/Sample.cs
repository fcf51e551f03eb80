using System.Reflection;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace Host.Tests;

/// <summary>
/// Runs a sample fixture through NUnit. Samples are generic, so that NUnit does not run them among
/// the tests: most are there to fail.
/// </summary>
static class Sample
{
    internal static IReadOnlyList<ITestResult> Run<T>(params object?[] arguments)
    {
        var type = new TypeWrapper(typeof(T));
        var fixture = new NUnitTestFixtureBuilder().BuildFrom(
            type, PreFilter.Everything, new NUnit.Framework.TestFixtureData(arguments));
        var runner = new NUnitTestAssemblyRunner(new Given(fixture));
        runner.Load(typeof(T).Assembly, new Dictionary<string, object>
        {
            [NUnit.FrameworkPackageSettings.NumberOfTestWorkers] = 0,
            [NUnit.FrameworkPackageSettings.WorkDirectory] = "",
        });
        return [.. Leaves(runner.Run(TestListener.NULL, TestFilter.Empty))];
    }

    internal static ITestResult RunOne<T>(params object?[] arguments) => Run<T>(arguments).Single();

    /// <summary>A report's lines end where the width does: here they are one.</summary>
    internal static string MessageOf<T>(params object?[] arguments) => string.Join(' ',
        RunOne<T>(arguments).Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static IEnumerable<ITestResult> Leaves(ITestResult result) =>
        result.Test.IsSuite ? result.Children.SelectMany(Leaves) : [result];

    sealed class PreFilter : IPreFilter
    {
        internal static PreFilter Everything { get; } = new();

        public bool IsMatch(Type type) => true;

        public bool IsMatch(Type type, MethodInfo method) => true;
    }

    sealed class Given(TestSuite fixture) : ITestAssemblyBuilder
    {
        public ITest Build(Assembly assembly, IDictionary<string, object> options)
        {
            var suite = new TestAssembly(assembly, "samples");
            suite.Add(fixture);
            return suite;
        }

        public ITest Build(string assemblyNameOrPath, IDictionary<string, object> options) =>
            throw new NotSupportedException();
    }
}
