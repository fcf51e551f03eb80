using Interleavings;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using Shouldly;

namespace Host.Tests;

/// <summary>Each execution has its own fixture; SetUp and TearDown are part of the execution.</summary>
public class FixtureTests
{
    [Test]
    public void Every_execution_starts_with_a_fresh_fixture()
    {
        Sample.RunOne<Fresh<int>>().ResultState.ShouldBe(ResultState.Success);
    }

    [Test]
    public void Set_up_runs_base_first_and_tear_down_derived_first()
    {
        Sample.MessageOf<Derived<int>>().ShouldContain("B D test d b");
    }

    [Test]
    public void Tear_down_runs_after_a_failure_too_and_does_not_hide_it()
    {
        List<string> log = [];

        Sample.MessageOf<FailsTwice<int>>(log).ShouldContain("failed first");
        log.ShouldContain("torn down");
    }

    [Test]
    public void A_fixture_gets_its_arguments()
    {
        Sample.RunOne<WithArguments<int>>(12, "months").ResultState.ShouldBe(ResultState.Success);
    }

    [Test]
    public void A_one_time_set_up_of_one_fixture_is_turned_down_in_words()
    {
        Sample.RunOne<Once<int>>().Message.ShouldContain("use [SetUp], or make it static");
    }

    public class Fresh<T>
    {
        int used;

        [Test, EveryInterleaving]
        public void It_is_fresh()
        {
            used.ShouldBe(0);
            used = 1;
            Two.Threads(() => Interlocked.Exchange(ref used, 2));
        }
    }

    public class Base<T>
    {
        protected string Steps { get; set; } = "";

        [SetUp]
        public void BaseUp() => Steps += "B ";

        [TearDown]
        public void BaseDown() => throw new InvalidOperationException($"{Steps}b");
    }

    public class Derived<T> : Base<T>
    {
        [SetUp]
        public void Up() => Steps += "D ";

        [TearDown]
        public void Down() => Steps += "d ";

        [Test, EveryInterleaving]
        public void It_runs() => Steps += "test ";
    }

    public class FailsTwice<T>(List<string> log)
    {
        [TearDown]
        public void Down()
        {
            log.Add("torn down");
            throw new InvalidOperationException("failed in the end");
        }

        [Test, EveryInterleaving]
        public void It_fails() => throw new InvalidOperationException("failed first");
    }

    public class WithArguments<T>(int number, string unit)
    {
        [Test, EveryInterleaving]
        public void They_are_there() => $"{number} {unit}".ShouldBe("12 months");
    }

    public class Once<T>
    {
        [OneTimeSetUp]
        public void Up()
        {
        }

        [Test, EveryInterleaving]
        public void It_runs()
        {
        }
    }
}
