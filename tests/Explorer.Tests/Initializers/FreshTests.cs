using Interleavings.Tests.Litmus;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Initializers;

/// <summary>Each execution finds static fields as a program that has just been started.</summary>
public class FreshTests
{
    private static class Numbers
    {
        internal static int Last;

        internal static readonly List<string> Names = [];
    }

    private static class Numbered
    {
        internal static readonly int Number = ++Numbers.Last;

        static Numbered()
        {
        }
    }

    private static class NumberedEarly
    {
        internal static readonly int Number = ++Numbers.Last;
    }

    private static class Named
    {
        internal static readonly int Position;

        static Named()
        {
            Numbers.Names.Add("first");
            Position = Numbers.Names.Count;
        }
    }

    private static class Settings
    {
        internal static int Size = 1;
    }

    private static class Sized
    {
        internal static readonly int[] Items = new int[Settings.Size];
    }

    private static class Announced
    {
        static Announced() => Numbers.Names.Add("announced");

        internal static void Touch()
        {
        }
    }

    private class Animal
    {
        static Animal() => Numbers.Names.Add("Animal");

        internal Animal() => Numbers.Names.Add("animal");

        internal static void Count() => Numbers.Names.Add("count");
    }

    private sealed class Dog : Animal
    {
        static Dog() => Numbers.Names.Add("Dog");

        internal Dog() => Numbers.Names.Add("dog");
    }

    private readonly struct Point
    {
        static Point() => Numbers.Names.Add("Point");

        internal int Length
        {
            get
            {
                Numbers.Names.Add("length");
                return 0;
            }
        }
    }

    private static class Of<T>
    {
        internal static int Count;

        internal static readonly int Number = ++Numbers.Last;

        static Of() => Count = 10;
    }

    private static IEnumerable<TestCaseData> Programs()
    {
        yield return Case("a counter of another type", () => Numbered.Number.ShouldBe(1));
        yield return Case("a counter of another type, without a static constructor",
            () => NumberedEarly.Number.ShouldBe(1));
        yield return Case("a list of another type", () => Named.Position.ShouldBe(1));
        yield return Case("a setting that the program has changed", () =>
        {
            Settings.Size = 3;
            Sized.Items.Length.ShouldBe(3);
        });
        yield return Case("a setting that the program changes afterwards", () =>
        {
            Sized.Items.Length.ShouldBe(1);
            Settings.Size = 3;
        });
        yield return Case("a static constructor of a type without fields", () =>
        {
            Announced.Touch();
            Announced.Touch();
            Numbers.Names.ShouldBe(["announced"]);
        });
        yield return Case("a static constructor by request", () =>
        {
            System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(
                typeof(Announced).TypeHandle);
            Numbers.Names.ShouldBe(["announced"]);
        });
        yield return Case("static constructors in their order", () =>
        {
            _ = new Dog();
            Animal.Count();
            Point point = default;
            _ = point.Length;
            Numbers.Names.ShouldBe(
                ["Dog", "Animal", "animal", "dog", "count", "Point", "length"]);
        });
        yield return Case("a generic type for each argument", () =>
        {
            Of<int>.Count++;
            (Of<int>.Count, Of<string>.Count, Of<int>.Number, Of<string>.Number).ShouldBe((11, 10, 1, 2));
        });
    }

    /// <summary>Two executions, because two threads take a lock.</summary>
    [TestCaseSource(nameof(Programs))]
    public void Is_fresh_in_each_execution(Action program)
    {
        var verdict = Explorer.Explore(() =>
        {
            var gate = new object();
            Threads.Run(2, _ => { lock (gate) { } });
            program();
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
        verdict.Executions.ShouldBe(2);
    }

    private static TestCaseData Case(string name, Action program) =>
        new TestCaseData(program).SetArgDisplayNames(name);
}
