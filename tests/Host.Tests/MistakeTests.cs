using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Host.Tests;

/// <summary>What the gallery knows of a mistake, and when it is the one that was made.</summary>
public class MistakeTests
{
    const string Answer = """
        // wrong: only makes it volatile -> lost update
        // hint /volatile int/: it joins nothing.
        class Counter { volatile int count; }
        """;

    [Test]
    public void An_answer_s_first_lines_tell()
    {
        Mistake.In(Answer).ShouldBe(
            new("only makes it volatile", "lost update", "volatile int", "it joins nothing."));
        Mistake.In("// wrong: sleeps -> said too early\nclass Hello;").ShouldBe(
            new("sleeps", "said too early", null, null));
        Mistake.In("// right: sleeps -> well").ShouldBeNull();
    }

    [Test]
    public void It_explains_a_failure_for_its_reason_in_code_of_its_shape()
    {
        var mistake = Mistake.In(Answer)!;

        mistake.Explains("a lost\n   update", "volatile\n  int n;").ShouldBeTrue();
        mistake.Explains("a deadlock", "volatile int n;").ShouldBeFalse();
        mistake.Explains("a lost update", "int n; // volatile int").ShouldBeFalse();
        mistake.Explains("a lost update", "/* volatile\nint */ int n;").ShouldBeFalse();
    }

    [Test]
    public void The_shape_of_the_code_is_a_matter_of_its_own()
    {
        var mistake = Mistake.In(Answer)!;

        mistake.Fits("volatile\n  int n;").ShouldBeTrue();
        mistake.Fits("int n; // volatile int").ShouldBeFalse();
        Mistake.In("// wrong: sleeps -> too early")!.Fits("").ShouldBeFalse();
    }

    [Test]
    public void Without_a_hint_it_explains_nothing()
    {
        Mistake.In("// wrong: sleeps -> too early")!.Explains("too early", "").ShouldBeFalse();
    }
}
