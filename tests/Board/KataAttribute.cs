using System.Reflection;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Katas.Tests.Board;

/// <summary>Marks a class as the specs of one kata; written as [TestFixture, Kata(...)].</summary>
/// <param name="file">The file that the learner edits, from the repository's root.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class KataAttribute(int number, string title, string file)
    : NUnitAttribute, IApplyToTest, IApplyToContext
{
    public int Number => number;
    public string Title => title;
    public string File => file;

    public void ApplyToTest(Test test)
    {
        // Without [TestFixture] NUnit applies this attribute before it has found the specs.
        if (!test.TypeInfo!.IsDefined<TestFixtureAttribute>(inherit: false))
            test.MakeInvalid("[Kata] needs [TestFixture] before it: [TestFixture, Kata(...)].");

        // Specs run as they are written, the simplest first; NUnit's own order is the alphabet's.
        // Katas are in order by the names of their classes.
        foreach (var (place, spec) in test.Tests.OrderBy(Declaration).Index())
            spec.Properties.Set(PropertyNames.Order, place);

        // What is shown of a spec that fails.
        foreach (var spec in Specs(test)) spec.Name = $"{test.Name}.{spec.Name}";
    }

    /// <summary>
    /// A learner's run ends with the first spec that fails: one thing to read, not a wall of red.
    /// </summary>
    public void ApplyToContext(TestExecutionContext context) =>
        context.StopOnError = !RunsSolutions;

    internal static bool RunsSolutions { get; } = typeof(KataAttribute).Assembly
        .GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration == "Solutions";

    static int Declaration(ITest spec) =>
        spec.Method?.MethodInfo.MetadataToken ?? spec.Tests.Select(Declaration).FirstOrDefault();

    static IEnumerable<Test> Specs(ITest test) =>
        test.IsSuite ? test.Tests.SelectMany(Specs) : test is Test spec ? [spec] : [];
}
