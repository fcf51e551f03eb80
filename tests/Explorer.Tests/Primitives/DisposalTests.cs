using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Primitives;

/// <summary>Each member of each disposable primitive, compared with the real one.</summary>
public class DisposalTests
{
    private static IEnumerable<DisposableMember> Members() => DisposableTypes.All();

    private static IEnumerable<Type> Types() => Members().Select(member => member.Type).Distinct();

    [TestCaseSource(nameof(Types))]
    public void Every_public_member_is_listed(Type type)
    {
        var listed = Members().Where(member => member.Type == type).ToList();
        var name = listed[0].ToString()[..^listed[0].Signature.Length];
        var unsupported = DisposableTypes.Unsupported
            .Where(member => member.StartsWith(name, StringComparison.Ordinal))
            .Select(member => member[name.Length..]);

        listed.Select(member => member.Signature).Concat(unsupported).Order()
            .ShouldBe(DisposableMember.SignaturesOf(type).Order());
    }

    [TestCaseSource(nameof(Members))]
    public void After_disposal_a_member_throws_what_the_real_one_throws(object listed)
    {
        var member = (DisposableMember)listed;
        var expected = AfterDisposal(member);
        Type? thrown = null;

        var verdict = Explorer.Explore(() => thrown = AfterDisposal(member));

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        thrown.ShouldBe(expected);
    }

    [TestCaseSource(nameof(Members))]
    public void A_call_that_races_with_disposal_may_come_after_it(object listed)
    {
        var member = (DisposableMember)listed;
        var throws = AfterDisposal(member) == typeof(ObjectDisposedException);

        var verdict = Explorer.Explore(() =>
        {
            var target = member.Make();
            Type? thrown = null;
            Threads.Run(
                () => thrown = DisposableMember.Thrown(() => member.Call(target)),
                () => DisposableMember.Thrown(target.Dispose));
            thrown.ShouldNotBe(typeof(ObjectDisposedException));
        });

        verdict.Outcome.ShouldBe(throws ? Outcome.Broken : Outcome.Proved, verdict.ToString());
        if (throws) verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
    }

    [TestCaseSource(nameof(Members))]
    public void A_call_that_races_with_disposal_may_come_before_it(object listed)
    {
        var member = (DisposableMember)listed;
        if (AfterDisposal(member) != typeof(ObjectDisposedException)) return;

        var verdict = Explorer.Explore(() =>
        {
            var target = member.Make();
            Type? thrown = null;
            Threads.Run(
                () => thrown = DisposableMember.Thrown(() => member.Call(target)),
                () => DisposableMember.Thrown(target.Dispose));
            thrown.ShouldBe(typeof(ObjectDisposedException));
        });

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
    }

    private static Type? AfterDisposal(DisposableMember member)
    {
        var target = member.Make();
        target.Dispose();
        return DisposableMember.Thrown(() => member.Call(target));
    }
}
