using Interleavings.Reporting;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Reporting;

public sealed class WordTests
{
    [Test]
    public void Every_event_has_a_word([Values] EventKind kind)
    {
        var word = Word.For(kind);
        foreach (var text in (string[])[word.Does, word.Did, word.Act, word.Wants, word.Waits])
            text.ShouldNotBeNullOrWhiteSpace();
        word.Does.Length.ShouldBeLessThan(9, "it shares a narrow column with a name and a value");
    }

    [TestCase("x\n    should be\n2\n    but was\n1", "x should be 2 but was 1")]
    [TestCase("x\r\n    should be\r\n2\r\n    but was\r\n1\r\n\r\nAdditional Info:\r\n    3 workers",
        "x should be 2 but was 1 (3 workers)")]
    [TestCase("s\n    should be\n\"ab\"\n    but was\n\"ac\"\n    difference\nDifference     |  |", "s should be \"ab\" but was \"ac\"")]
    [TestCase("  3 workers\n  Assert.That(Sum(a, b), Is.EqualTo(2))\n  Expected: 2\n  But was:  1\n",
        "Sum(a, b): expected 2 but was 1 (3 workers)")]
    [TestCase("  Expected string length 2 but was 3. Strings differ at index 2.\n  Expected: \"ab\"\n  But was:  \"abc\"\n  -------------^",
        "expected \"ab\" but was \"abc\"")]
    [TestCase("plain words", "plain words")]
    public void An_assertion_is_one_sentence(string message, string sentence)
    {
        AssertionText.Tidy(message).ShouldBe(sentence);
    }
}
