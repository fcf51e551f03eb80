using Interleavings;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using Shouldly;

namespace Host.Tests;

public class ExploredSpecTests
{
    [Test]
    public void A_spec_that_holds_passes_with_its_certificate()
    {
        var result = Sample.RunOne<TwoThreads<int>>();

        result.ResultState.ShouldBe(ResultState.Success);
        result.Message.ShouldStartWith(" Proved: Two threads lock");
    }

    [Test]
    public void A_spec_that_breaks_fails_with_the_report_and_no_stack_trace()
    {
        var result = Sample.RunOne<LostUpdate<int>>();

        result.ResultState.ShouldBe(ResultState.Failure);
        result.Message.ShouldStartWith(" Broken: An update is lost");
        result.StackTrace.ShouldBeNullOrEmpty();
        result.AssertionResults.ShouldBeEmpty();
    }

    [Test]
    public void NUnit_s_own_assertions_fail_a_spec_once()
    {
        var result = Sample.RunOne<NUnitAssertion<int>>();

        result.ResultState.ShouldBe(ResultState.Failure);
        result.AssertionResults.ShouldBeEmpty();
    }

    [Test]
    public void One_interleaving_that_passes_is_enough_for_some()
    {
        var results = Sample.Run<Possible<int>>().ToDictionary(r => r.Test.Name, r => r.ResultState);

        results["It_can_be_lost"].ShouldBe(ResultState.Success);
        results["It_can_be_three"].ShouldBe(ResultState.Failure);
    }

    [Test]
    public void Each_test_case_is_explored_with_its_arguments()
    {
        var results = Sample.Run<Cases<int>>();

        results.Select(r => r.ResultState.Status)
            .ShouldBe([TestStatus.Passed, TestStatus.Failed], ignoreOrder: true);
        results.Single(r => r.ResultState.Status == TestStatus.Failed).Message
            .ShouldStartWith(" Broken: Is small(12)");
    }

    [Test]
    public void An_async_spec_is_explored_to_its_end()
    {
        var results = Sample.Run<AsyncSpec<int>>().ToDictionary(r => r.Test.Name, r => r);

        results["It_waits"].ResultState.ShouldBe(ResultState.Success, results["It_waits"].Message);
        results["It_fails_after_an_await"].Message.ShouldContain("1");
        results["It_fails_after_an_await"].ResultState.ShouldBe(ResultState.Failure);
        results["Nobody_can_wait_for_it"].ResultState.ShouldBe(ResultState.NotRunnable);
    }

    [Test]
    public void A_schedule_given_for_replay_is_run_alone()
    {
        var results = Sample.Run<Replayed<int>>().ToDictionary(r => r.Test.Name, r => r);

        results["It_passes"].ResultState.ShouldBe(ResultState.Failure);
        results["It_cannot_be_read"].Message.ShouldContain("is not part of a schedule");
    }

    public class LostUpdate<T>
    {
        int count;

        [Test, EveryInterleaving]
        public void An_update_is_lost()
        {
            Two.Threads(() => count++);
            count.ShouldBe(2);
        }
    }

    public class TwoThreads<T>
    {
        int count;

        [Test, EveryInterleaving]
        public void Two_threads_lock()
        {
            Two.Threads(() =>
            {
                lock (this) count++;
            });
            count.ShouldBe(2);
        }
    }

    public class NUnitAssertion<T>
    {
        int count;

        [Test, EveryInterleaving]
        public void It_is_lost()
        {
            Two.Threads(() => Interlocked.Exchange(ref count, Volatile.Read(ref count) + 1));
            Assert.That(Volatile.Read(ref count), Is.EqualTo(2));
        }
    }

    public class Possible<T>
    {
        int count;

        [SetUp]
        public void Race() => Two.Threads(
            () => Interlocked.Exchange(ref count, Volatile.Read(ref count) + 1));

        [Test, SomeInterleaving]
        public void It_can_be_lost() => Assert.That(count, Is.EqualTo(1));

        [Test, SomeInterleaving]
        public void It_can_be_three() => Assert.That(count, Is.EqualTo(3));
    }

    public class Cases<T>
    {
        [EveryInterleaving]
        [TestCase(1), TestCase(12)]
        public void Is_small(int number) => Assert.That(number, Is.LessThan(10));
    }

    public class AsyncSpec<T>
    {
        [Test, EveryInterleaving]
        public async Task It_waits() => await Task.Yield();

        [Test, EveryInterleaving]
        public async Task It_fails_after_an_await()
        {
            var one = 1;
            await Task.Yield();
            Assert.That(one, Is.EqualTo(2));
        }

#pragma warning disable NUnit1012 // The mistake that this sample is to make.
        [Test, EveryInterleaving]
        public async void Nobody_can_wait_for_it() => await Task.Yield();
#pragma warning restore NUnit1012
    }

    public class Replayed<T>
    {
        [Test, EveryInterleaving(Replay = "A B")]
        public void It_passes() => Two.Threads(() => { });

        [Test, EveryInterleaving(Replay = "?")]
        public void It_cannot_be_read() => Two.Threads(() => { });
    }
}
