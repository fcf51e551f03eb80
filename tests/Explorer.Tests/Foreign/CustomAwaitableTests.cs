using NUnit.Framework;
using Shouldly;
using Weaving;

namespace Interleavings.Tests.Foreign;

/// <summary>Awaitables of an unwoven library return the runtime's awaiters.</summary>
public class CustomAwaitableTests
{
    private const string Program = """
        public static async Task Nothing() => await new Slip(Task.Run(() => { }));
        public static async Task Results()
        {
            var sum = await new Slip<int>(Task.FromResult(1))
                + await new Slip<int>(Task.FromResult(2)).Quietly()
                + await new Note(3) + await new Note(4).Quietly();
            if (sum != 10) throw new InvalidOperationException($"{sum}");
        }
        """;

    [TestCase("Nothing")]
    [TestCase("Results")]
    public async Task They_are_awaited_outside_an_exploration(string method)
    {
        await new TwoAssemblies(Program).Method(method).CreateDelegate<Func<Task>>()();
    }

    [TestCase("Nothing")]
    [TestCase("Results")]
    public void They_are_unsupported_inside(string method)
    {
        var verdict = new TwoAssemblies(Program).Explore(method);

        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Refusal!.Member.ShouldStartWith("Ledgers.Slip");
    }

    [TestCase("Nothing")]
    [TestCase("Results")]
    public void They_are_explored_if_the_project_vouches_for_the_library(string method)
    {
        var verdict = new TwoAssemblies(
            Program, settings: new([], ["Vouched"]), library: "Vouched").Explore(method);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [TestCase("Nothing")]
    [TestCase("Results")]
    public void They_are_explored_if_the_library_is_woven(string method)
    {
        var verdict = new TwoAssemblies(Program, weavesLibrary: true).Explore(method);

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }
}
