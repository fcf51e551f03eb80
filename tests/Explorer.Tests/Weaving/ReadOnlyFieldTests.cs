using NUnit.Framework;
using Shouldly;
using OptimizationLevel = Microsoft.CodeAnalysis.OptimizationLevel;

namespace Interleavings.Tests.Weaving;

/// <summary>
/// Only a constructor that lets <c>this</c> get out costs the readers of its fields a hook.
/// </summary>
[TestFixture(OptimizationLevel.Debug)]
[TestFixture(OptimizationLevel.Release)]
sealed class ReadOnlyFieldTests(OptimizationLevel level)
{
    [TestCase("N = 1;")]
    [TestCase("N = 1; Board.Posted = this;")]
    [TestCase("new Thread(Look); N = 1;")]
    [TestCase("worker = new Thread(Look); N = 1; worker.Start();")]
    [TestCase("Prepare(2); N = 1;")]
    [TestCase("lock (this) count = 1; N = 1;")]
    [TestCase("Func<int> later = () => N; N = 1; later();")]
    public void A_field_that_is_set_in_time_has_none(string constructor)
    {
        Hooks(constructor).ShouldBeEmpty();
    }

    [TestCase("Board.Posted = this; N = 1;")]
    [TestCase("Board.All.Add(this); N = 1;")]
    [TestCase("Board.Ring += Look; N = 1;")]
    [TestCase("Task.Run(Look); N = 1;")]
    [TestCase("worker = new Thread(Look); worker.Start(); N = 1;")]
    [TestCase("new Timer(_ => Look()); N = 1;")]
    [TestCase("Post(); N = 1;")]
    [TestCase("Virtual(); N = 1;")]
    [TestCase("object self = this; Board.Posted = self; N = 1;")]
    [TestCase("Func<int> later = () => N; Board.Posted = later; N = 1;")]
    [TestCase("for (var i = 0; i < 2; i++) { N = i; Board.Posted = this; }")]
    public void A_field_that_may_be_set_too_late_has_one(string constructor)
    {
        Hooks(constructor).ShouldBe(["IsExposed", "ReadOnlyRead N"]);
    }

    string[] Hooks(string constructor) => Snippet.Weave(
        $$"""
        static class Board
        {
            public static object Posted;
            public static List<object> All = new();
            public static Action Ring;
        }
        class Subject
        {
            readonly int N;
            int count;
            Thread worker;
            public Subject() { {{constructor}} }
            void Look() => N.GetHashCode();
            int Seen() => N;
            void Post() => Board.Posted = this;
            void Prepare(int n) { count = n; if (count > 0) Prepared(); }
            void Prepared() => count++;
            protected virtual void Virtual() { }
        }
        """, level).Hooks("Seen");
}
