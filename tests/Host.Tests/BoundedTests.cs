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
    public void Where_its_threads_were_last_seen_is_told()
    {
        var said = new TaskCompletionSource<string>();
        using var isThere = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var thread = new Thread(() => Wait(isThere, goOn));
        thread.Start();
        isThere.Wait();

        new BoundedAttribute(TimeSpan.FromMilliseconds(1), said.SetResult).BeforeTest(Spec);

        said.Task.Wait(TimeSpan.FromMinutes(1)).ShouldBeTrue();
        goOn.Set();
        thread.Join();
        said.Task.Result.ShouldContain("Its threads were last seen at ");
        said.Task.Result.ShouldContain("BoundedTests.cs:");
    }

    static void Wait(ManualResetEventSlim isThere, ManualResetEventSlim goOn)
    {
        isThere.Set();
        goOn.Wait();
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
