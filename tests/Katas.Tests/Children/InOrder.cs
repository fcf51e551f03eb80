using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Katas.Tests;

/// <summary>
/// Specs that start processes, which takes time. Once one of a kata's has failed, the others have
/// nothing to add to it: they fail without starting any.
/// </summary>
public abstract class InOrder
{
    bool hasFailed;

    [SetUp]
    public void ExpectNoFailureSoFar()
    {
        if (hasFailed) Fail.Because("This runs only when the specs before it pass.");
    }

    [TearDown]
    public void Remember() =>
        hasFailed |= TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed;
}
