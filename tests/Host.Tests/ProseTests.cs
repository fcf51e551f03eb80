using Katas.Tests.Board.Commands;
using NUnit.Framework;
using Shouldly;

namespace Host.Tests;

/// <summary>What a README has in lines of a hundred columns is read in a terminal of eighty.</summary>
public class ProseTests
{
    [Test]
    public void Paragraphs_are_broken_anew_and_code_is_not()
    {
        Prose.Of("""
            A paragraph whose lines are as long as an editor's window, which is longer than a terminal has columns,
            and a short one.

            - The first of a list, which goes on and on until it has to be broken, and then stays under
              its own text.
            - The second.

            ```
            var line = "a line of code that is longer than eighty columns stays as it is, whatever comes";
            if (line is null)
                return;
            ```
            """).ShouldBe("""
            A paragraph whose lines are as long as an editor's window, which is longer than
            a terminal has columns, and a short one.

            - The first of a list, which goes on and on until it has to be broken, and then
              stays under its own text.
            - The second.

            ```
            var line = "a line of code that is longer than eighty columns stays as it is, whatever comes";
            if (line is null)
                return;
            ```
            """.ReplaceLineEndings("\n"));
    }
}
