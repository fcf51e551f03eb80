using Interleavings.Hooks;
using NUnit.Framework;
using Shouldly;
using OptimizationLevel = Microsoft.CodeAnalysis.OptimizationLevel;

namespace Interleavings.Tests.Weaving;

[TestFixture(OptimizationLevel.Debug)]
[TestFixture(OptimizationLevel.Release)]
sealed class StaticsTests(OptimizationLevel level)
{
    /// <summary>Runs each type's new initializer by hand, as the explorer does.</summary>
    const string Refresh = """
        static void Refresh(params Type[] types)
        {
            foreach (var type in types)
                type.GetMethod("<.cctor>Reset", System.Reflection.BindingFlags.NonPublic
                    | System.Reflection.BindingFlags.Static).Invoke(null, null);
        }
        """;

    object? Run(string body, string members) => Snippet.Run(Snippet.Weave(
        $"public static class Program {{ public static object Run() {{ {body} }} {members} {Refresh} }}",
        level).Woven);

    [Test]
    public void Statics_are_as_new_after_a_reset()
    {
        Run("""
            Of.Count = 5; Of.List.Add(1); var first = Of.List;
            Refresh(typeof(Of));
            return $"{Of.Count} {Of.List.Count} {Of.Default} {ReferenceEquals(first, Of.List)}";
            """, """
            static class Of { public static int Count = 2; public static readonly List<int> List = new(); public static string Default; }
            """).ShouldBe("2 0  False");
    }

    [Test]
    public void A_field_that_nobody_initialises_is_reset_too()
    {
        Run("Of.Count = 5; Of.Pair = (1, 2); Refresh(typeof(Of)); return Of.Count + Of.Pair.A;",
            "static class Of { public static volatile int Count; public static (int A, int B) Pair; }")
            .ShouldBe(0);
    }

    [Test]
    public void Statics_of_a_generic_type_are_reset_for_each_argument()
    {
        Run("""
            Of<int>.Value = 5; Of<string>.Value = "a";
            Refresh(typeof(Of<int>));
            return $"{Of<int>.Value} {Of<string>.Value} {Of<int>.Name}";
            """, "static class Of<T> { public static T Value; public static string Name = typeof(T).Name; }")
            .ShouldBe("0 a Int32");
    }

    [Test]
    public void A_static_constructor_runs_again()
    {
        Run("var before = Of.Made; Refresh(typeof(Of)); return $\"{before} {Of.Made}\";", """
            static class Of { public static readonly string Made; static Of() { Made = "made " + ++Program.runs; } }
            static int runs;
            """).ShouldBe("made 1 made 2");
    }

    [Test]
    public void An_initializer_is_hooked_as_any_code()
    {
        var snippet = Snippet.Weave(
            "class Of { static int a = 1; static int b; static Of() { b = a + 1; } }", level);

        snippet.Hooks("<.cctor>Initialize").ShouldBe(
            ["Uses Of", "WriteStatic a", "Uses Of", "ReadStatic a", "Uses Of", "WriteStatic b"]);
        snippet.AllHooks(".cctor").ShouldBe([nameof(Hook.Statics), nameof(Hook.Prepare)]);
    }

    /// <summary>As in the runtime: ECMA-335, II.10.5.3.1.</summary>
    [Test]
    public void With_a_static_constructor_methods_use_the_type()
    {
        var snippet = Snippet.Weave("""
            class Subject { static Subject() { } Subject() { } static void Shared() { } void Own() { } }
            struct Small { static Small() { } void Member() { } }
            class Early { static object made = new(); static void Free() { } }
            """, level);

        snippet.Hooks(".ctor").ShouldContain("Uses Subject");
        snippet.Hooks("Shared").ShouldBe(["Uses Subject"]);
        snippet.Hooks("Member").ShouldBe(["Uses Small"]);
        snippet.Hooks("Own").ShouldBeEmpty();
        snippet.Hooks("Free").ShouldBeEmpty();
    }

    [Test]
    public void Constants_and_delegate_caches_need_no_reset()
    {
        var snippet = Snippet.Weave("""
            class Subject
            {
                const int A = 1;
                Func<int> Run() => () => A;
            }
            """, level);

        Snippet.Methods(snippet.Woven).ShouldNotContain(m => m.Name == "<.cctor>Reset");
    }
}
