using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Weaving;

/// <summary>The target of a function pointer is woven, or refused where its address is taken.</summary>
public unsafe class FunctionPointerTests
{
    private static int s_count;

    [Test]
    public void A_call_through_a_pointer_passes_the_hooks_of_its_target()
    {
        var verdict = Explorer.Explore(() =>
        {
            var pointer = (nint)(delegate*<void>)&Count;
            var other = new Thread(() => ((delegate*<void>)pointer)());
            other.Start();
            ((delegate*<void>)pointer)();
            other.Join();
            s_count.ShouldBe(2);
        });

        verdict.Outcome.ShouldBe(Outcome.Broken, verdict.ToString());
    }

    [Test]
    public void A_pointer_can_be_an_argument_of_a_library_call_and_generic()
    {
        var verdict = Explorer.Explore(() => Call<int>(&One<int>)().ShouldBe(0));

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_pointer_can_be_a_field_and_an_element()
    {
        var verdict = Explorer.Explore(() =>
        {
            var table = new Table { Go = &Count };
            table.All[0] = &Twice;
            table.Go();
            table.All[0](s_count).ShouldBe(2);
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_pointer_to_native_code_is_refused()
    {
        var verdict = Explorer.Explore(() => ((delegate* unmanaged<int>)0)());

        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Refusal!.Member.ShouldStartWith("native code");
    }

    private static void Count() => s_count++;

    private static int Twice(int number) => number * 2;

    private static T One<T>() where T : struct => default;

    private static Func<T> Made<T>(delegate*<T> make)
    {
        var made = make();
        return () => made;
    }

    private static Func<T> Call<T>(delegate*<T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return Made(make);
    }

    private sealed class Table
    {
        internal delegate*<void> Go;

        internal delegate*<int, int>[] All { get; } = new delegate*<int, int>[2];
    }
}
