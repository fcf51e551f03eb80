using NUnit.Framework;
using Shouldly;
using OptimizationLevel = Microsoft.CodeAnalysis.OptimizationLevel;

namespace Interleavings.Tests.Weaving;

[TestFixture(OptimizationLevel.Debug)]
[TestFixture(OptimizationLevel.Release)]
sealed class AccessTests(OptimizationLevel level)
{
    string[] Hooks(string members, string statement, string parameters = "") => Snippet.Weave(
        $$"""
        class Subject
        {
            {{members}}
            void Run({{parameters}}) { {{statement}} }
        }
        """, level).Hooks("Run");

    [Test]
    public void A_field_is_hooked_at_each_read_and_write()
    {
        Hooks("int count;", "count++;").ShouldBe(["Read count", "Write count"]);
    }

    [Test]
    public void A_volatile_field_is_hooked_as_such()
    {
        Hooks("volatile bool done; static volatile bool over;", "done = true; over = done;")
            .ShouldBe(["VolatileWrite done", "VolatileRead done", "Uses Subject", "VolatileWriteStatic over"]);
    }

    [Test]
    public void A_static_field_is_hooked_without_an_owner()
    {
        Hooks("static int count;", "count++;").ShouldBe(["Uses Subject", "ReadStatic count", "Uses Subject", "WriteStatic count"]);
    }

    [Test]
    public void An_address_of_a_field_is_named_where_it_is_taken()
    {
        Hooks("int a; static int b; static void Take(ref int x) { }", "Take(ref a); Take(ref b);")
            .ShouldBe(["Address", "Uses Subject", "AddressStatic"]);
    }

    [Test]
    public void Elements_of_an_array_are_named_after_it()
    {
        Hooks("", "slots[1] += slots[0];", "int[] slots")
            .ShouldContain("ReadElement slots");
        Hooks("string[] names;", "names[0] = names[1];")
            .ShouldBe(["Read names", "Read names", "ReadElement names", "WriteElement names"]);
    }

    [Test]
    public void Elements_of_a_grid_are_hooked()
    {
        Hooks("", "grid[0, 1] = grid[1, 0];", "int[,] grid")
            .ShouldBe(["ReadCell grid", "WriteCell grid"]);
    }

    [Test]
    public void A_ref_parameter_is_hooked()
    {
        Hooks("", "count = count + 1;", "ref int count").ShouldBe(["ReadRef count", "WriteRef count"]);
    }

    [Test]
    public void Elements_of_a_span_are_hooked()
    {
        Hooks("", "slots[0] = slots[1];", "Span<int> slots")
            .ShouldBe(["ReadRef slots", "WriteRef slots"]);
    }

    [Test]
    public void A_field_of_a_struct_in_a_field_is_hooked_through_its_address()
    {
        Hooks("struct Point { public int X; } Point at;", "at.X = at.X + 1;")
            .ShouldBe(["Address", "Address", "ReadRef X", "WriteRef X"], ignoreOrder: true);
    }

    [Test]
    public void A_struct_in_a_local_is_nobody_elses()
    {
        Hooks("struct Point { public int X; }", "Point at; at.X = 1; Console.Write(at.X);")
            .ShouldBeEmpty();
    }

    [Test]
    public void A_captured_local_is_shared_and_keeps_its_name()
    {
        Hooks("", "var count = 0; Action add = () => count++; add();")
            .ShouldBe(["Write count"]);
    }

    [Test]
    public void Read_only_fields_and_constants_are_not_hooked()
    {
        Hooks("readonly int a = 1; const int B = 2;", "Console.Write(a + B);").ShouldBeEmpty();
    }

    [Test]
    public void A_read_only_static_is_only_made_fresh()
    {
        Hooks("static readonly int c = 3;", "Console.Write(c);").ShouldBe(["Uses Subject"]);
    }

    [Test]
    public void A_thread_static_field_is_its_threads_own()
    {
        Hooks("[ThreadStatic] static int mine;", "mine = 1;")
            .ShouldBe(["Uses Subject", "ThreadStatic mine"]);
    }

    [Test]
    public void A_backing_field_is_named_after_its_property()
    {
        var snippet = Snippet.Weave("class Subject { public int Value { get; set; } }", level);

        snippet.Hooks("get_Value").ShouldBe(["Read Value"]);
        snippet.Hooks("set_Value").ShouldBe(["Write Value"]);
    }

    [Test]
    public void A_captured_parameter_of_the_type_keeps_its_name()
    {
        Snippet.Weave("class Subject(int capacity) { public void Run() => capacity++; }", level)
            .Hooks("Run").ShouldBe(["Read capacity", "Write capacity"]);
    }

    [Test]
    public void What_the_base_constructor_has_not_seen_nobody_has()
    {
        Snippet.Weave("class Subject { int a = 1; int b; public Subject() { b = 2; } }", level)
            .Hooks(".ctor").ShouldBe(["Write b"]);
    }
}
