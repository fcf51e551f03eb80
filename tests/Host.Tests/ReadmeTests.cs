using Katas.Tests.Board;
using Katas.Tests.Board.Commands;
using NUnit.Framework;
using Shouldly;

namespace Host.Tests;

/// <summary>A README taken apart, and what the READMEs of the katas have to have.</summary>
public class ReadmeTests
{
    const string Start = "# 05 · Lock fix\n\nA story.\n\n## Hints\n\nNone.\n";

    [Test]
    public void The_question_is_one_line()
    {
        Readme.Parse($"{Start}\n## And then\n\nWhat changes\nif there is\nno lock?\n")
            .AndThen.ShouldBe("What changes if there is no lock?");
    }

    [Test]
    public void The_question_ends_where_the_next_section_begins()
    {
        Readme.Parse($"{Start}\r\n## And then\r\n\r\nWhat changes?\r\n\r\n## Read on\r\n\r\n- Links")
            .AndThen.ShouldBe("What changes?");
    }

    [Test]
    public void A_README_may_ask_nothing()
    {
        Readme.Parse(Start).AndThen.ShouldBeNull();
    }

    [TestCaseSource(nameof(OfTheKatas))]
    public void Every_kata_asks_what_changes(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, file));

        var question = Readme.Parse(text).AndThen
            .ShouldNotBeNull($"{file} has no section \"## And then\"");
        question.ShouldStartWith("What changes if ", Case.Sensitive, file);
        question.ShouldEndWith("?", Case.Sensitive, file);
        question.Length.ShouldBeLessThan(3 * 78, $"{file}: three lines of the board at most");
    }

    static IEnumerable<string> OfTheKatas() =>
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, "katas"), "??-*")
            .Select(folder => $"katas/{Path.GetFileName(folder)}/README.md").Order();
}
