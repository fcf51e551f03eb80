using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Initializers;

/// <summary>A type whose initializer has failed can't be used again in that execution.</summary>
public class FailingTests
{
    private static int s_attempts, s_isAllowed;

    private static class Fails
    {
        internal static readonly int Value;

        static Fails()
        {
            s_attempts++;
            throw new InvalidOperationException("no");
        }

        internal static void Use()
        {
        }
    }

    private static class FailsAlone
    {
        internal static readonly int Value = int.Parse("no");

        internal static int Safe() => 1;
    }

    private static class UsesIt
    {
        internal static readonly int Value = Fails.Value;
    }

    private static class Asks
    {
        internal static readonly int Value;

        static Asks()
        {
            if (Volatile.Read(ref s_isAllowed) == 0) throw new InvalidOperationException("not yet");
            Value = 1;
        }
    }

    [Test]
    public void Every_use_gets_the_same_exception()
    {
        Proved(() =>
        {
            var thrown = new TypeInitializationException?[2];
            Threads.Run(2, i => thrown[i] = Should.Throw<TypeInitializationException>(Fails.Use));
            thrown[0].ShouldBeSameAs(thrown[1]);
            thrown[0]!.InnerException.ShouldBeOfType<InvalidOperationException>();
            thrown[0]!.TypeName.ShouldBe(nameof(Fails));
            s_attempts.ShouldBe(1);
        });
    }

    [Test]
    public void Without_a_static_constructor_only_its_fields_are_lost()
    {
        Proved(() =>
        {
            FailsAlone.Safe().ShouldBe(1);
            var first = Should.Throw<TypeInitializationException>(() => _ = FailsAlone.Value);
            Should.Throw<TypeInitializationException>(() => _ = FailsAlone.Value)
                .ShouldBeSameAs(first);
        });
    }

    [Test]
    public void A_type_that_uses_it_fails_too()
    {
        Proved(() => Should.Throw<TypeInitializationException>(() => _ = UsesIt.Value)
            .InnerException.ShouldBeOfType<TypeInitializationException>()
            .TypeName.ShouldBe(nameof(Fails)));
    }

    [Test]
    public void A_failure_in_one_order_only_is_found()
    {
        var verdict = Explorer.Explore(
            () => Threads.Run(() => _ = Asks.Value, () => Volatile.Write(ref s_isAllowed, 1)));

        verdict.Failure!.Kind.ShouldBe(FailureKind.Exception);
        verdict.Failure.Exception.ShouldBeOfType<TypeInitializationException>();
    }

    [Test]
    public void None_in_the_other()
    {
        Proved(() =>
        {
            Volatile.Write(ref s_isAllowed, 1);
            Threads.Run(2, _ => Asks.Value.ShouldBe(1));
        });
    }

    private static void Proved(Action program)
    {
        var verdict = Explorer.Explore(program);
        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }
}
