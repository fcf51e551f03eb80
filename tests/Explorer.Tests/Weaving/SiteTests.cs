using NUnit.Framework;
using Shouldly;
using Weaving;
using OptimizationLevel = Microsoft.CodeAnalysis.OptimizationLevel;

namespace Interleavings.Tests.Weaving;

[TestFixture(OptimizationLevel.Debug)]
[TestFixture(OptimizationLevel.Release)]
sealed class SiteTests(OptimizationLevel level)
{
    [Test]
    public void A_site_tells_file_line_member_and_target()
    {
        var snippet = Snippet.Weave("""
            class Counter
            {
                int count;
                public void Run()
                {
                    count =
                        1;
                    if (count > 0)
                        count = 2;
                }
            }
            """, level);

        // Line 1 is the snippet's usings.
        snippet.Sites("Run").ShouldBe(
        [
            new Site(Snippet.Path, 7, "Counter.Run", "count"),
            new Site(Snippet.Path, 9, "Counter.Run", "count"),
            new Site(Snippet.Path, 10, "Counter.Run", "count"),
        ]);
    }

    [TestCase("void Run() { Action a = () => count++; a(); }", "Subject.Run")]
    [TestCase("void Run(int by) { Action a = () => count += by; a(); }", "Subject.Run")]
    [TestCase("void Run() { Add(); void Add() => count++; }", "Subject.Run")]
    [TestCase("IEnumerable<int> Run() { yield return count; }", "Subject.Run")]
    [TestCase("async Task Run() { count++; await Task.Yield(); }", "Subject.Run")]
    [TestCase("void Run() { Action a = () => { Action b = () => count++; b(); }; a(); }", "Subject.Run")]
    [TestCase("int Value { get => count; }", "Subject.Value")]
    [TestCase("int this[int i] => count;", "Subject.this[]")]
    [TestCase("Subject() { count = 1; }", "Subject.Subject")]
    [TestCase("class Box<T> { int n; void Put() => n++; }", "Box.Put")]
    [TestCase("class D : IDisposable { int n; void IDisposable.Dispose() => n++; }", "D.Dispose")]
    public void A_member_is_named_as_in_the_source(string member, string name)
    {
        var snippet = Snippet.Weave($"class Subject {{ int count; {member} }}", level);

        Snippet.Methods(snippet.Woven).SelectMany(m => snippet.Sites(m.Name))
            .Where(s => s.Target is "count" or "n")
            .Select(s => s.Member).Distinct().ShouldBe([name]);
    }

    [Test]
    public void Sequence_points_survive()
    {
        const string source = """
            class Counter
            {
                int count;
                public int Run(int[] slots)
                {
                    try { count = slots[0]; }
                    catch (Exception e) when (e.Message == "") { count++; }
                    while (count < 3) count++;
                    return count;
                }
            }
            """;
        var snippet = Snippet.Weave(source, level);

        Points(snippet.Woven).ShouldBe(Points(snippet.Plain));

        static string[] Points(WovenImage image) =>
        [
            .. Snippet.Methods(image).Single(m => m.Name == "Run").DebugInformation.SequencePoints
                .Select(p => $"{p.StartLine}:{p.StartColumn}-{p.EndLine}:{p.EndColumn}"),
        ];
    }

    [Test]
    public void A_stack_trace_of_woven_code_has_the_sources_lines()
    {
        var snippet = Snippet.Weave("""
            public static class Program
            {
                static int[] slots = new int[1];
                public static object Run()
                {
                    try
                    {
                        slots[0] = 1;
                        slots[1] = 2;
                        return "";
                    }
                    catch (IndexOutOfRangeException e) { return e.StackTrace; }
                }
            }
            """, level);

        // Optimised code is less exact about it, woven or not.
        Snippet.Run(snippet.Woven).ShouldBeOfType<string>()
            .ShouldEndWith(level == OptimizationLevel.Debug ? "Snippet.cs:line 10" : "Snippet.cs:line 9");
    }

    [Test]
    public void A_woven_assembly_is_not_woven_again()
    {
        var woven = Snippet.Weave("class Subject;", level).Woven;

        Should.Throw<WeaveException>(() => Weaver.Weave(woven.Dll, woven.Pdb, []))
            .Message.ShouldBe("Snippet is woven already: weave what the compiler wrote.");
    }
}
