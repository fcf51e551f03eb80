using Katas.Tests.Board;
using NUnit.Framework;
using NUnit.Framework.Internal;
using Shouldly;

namespace Host.Tests;

public class BoundedTests
{
    static readonly Test Spec = new TestSuite("It_hangs");

    [Test]
    public void A_spec_that_never_comes_back_ends_the_run_by_its_name()
    {
        var said = new TaskCompletionSource<string>();

        new BoundedAttribute(TimeSpan.FromMilliseconds(1), said.SetResult).BeforeTest(Spec);

        said.Task.Wait(TimeSpan.FromMinutes(1)).ShouldBeTrue();
        said.Task.Result.ShouldStartWith("It_hangs has not come back for 0 seconds");
    }

    [Test]
    public void A_spec_that_comes_back_is_forgotten()
    {
        var bound = new BoundedAttribute(TimeSpan.FromDays(1), _ => Assert.Fail("gave up"));

        bound.BeforeTest(Spec);
        bound.AfterTest(Spec);

        bound.IsWaiting.ShouldBeFalse();
    }
}
