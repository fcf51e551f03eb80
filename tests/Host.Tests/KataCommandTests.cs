using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Katas.Tests.Board;
using Katas.Tests.Board.Commands;
using NUnit.Framework;
using Shouldly;

namespace Host.Tests;

/// <summary>list, next, hint and reset, in a small repository with two katas.</summary>
public class KataCommandTests
{
    const string Counter = "katas/05-LockFix/Counter.cs";
    const string Hello = "katas/01-HelloWorker/Hello.cs";

    string root = "";

    [SetUp]
    public void Clone()
    {
        root = Directory.CreateTempSubdirectory("katas").FullName;
        Write(Hello, "hello\n");
        Write(Counter, "counter\n");
        Write("katas/05-LockFix/README.md", """
            # 05 · Lock fix

            A story.

            ## Hints

            <details>
            <summary>Hint 1: what?</summary>

            A lock.

            <details>
            <summary>Hint 2: where?</summary>

            Around both.

            </details>
            </details>

            ## Read on
            """);
        Write("katas/01-HelloWorker/README.md", "# 01 · Hello\n\nTells it.\n\n## Hints\n");
        Git("init", "-q");
        Commit("delivered");
    }

    [TearDown]
    public void Remove() => Directory.Delete(root, recursive: true);

    [Test]
    public void List_shows_which_are_begun()
    {
        Write(Counter, "mine\n");

        Ask("list").ShouldBe("""
            Units of execution
              · 01 HelloWorker         katas/01-HelloWorker/Hello.cs
            Shared memory
              ✎ 05 LockFix             katas/05-LockFix/Counter.cs
            ✎ begun, · as delivered. What is solved, `dotnet test` tells.
            """);
    }

    [Test]
    public void Next_tells_the_story_of_the_first_that_is_not_begun()
    {
        Write(Hello, "mine\n");
        Ask("next").ShouldBe("""
            # 05 · Lock fix

            A story.

            Edit katas/05-LockFix/Counter.cs, and run `dotnet test`.
            """);

        Write(Counter, "mine\n");
        Ask("next").ShouldStartWith("You have begun every kata");
    }

    [TestCase("5"), TestCase("05"), TestCase("lockfix"), TestCase("05-LockFix")]
    public void Hints_come_one_at_a_time(string kata)
    {
        Ask("hint", kata).ShouldBe("""
            05 LockFix, hint 1: what?

            A lock.

            The next one: dotnet run --project tests/Board -- hint 05 2
            """);
        Ask("hint", kata, "2").ShouldBe("""
            05 LockFix, hint 2: where?

            Around both.

            That was the last hint.
            """);
        Ask("hint", kata, "3").ShouldBe("05 LockFix has 2 hints.");
    }

    [TestCase("y", "counter\n"), TestCase("n", "mine\n"), TestCase("", "mine\n")]
    public void Reset_asks_first(string answer, string expected)
    {
        Write(Counter, "mine\n");
        Write(Hello, "mine too\n");

        var said = Answered(answer, "reset", "05");

        said.ShouldStartWith($"This throws away what you have written in\n  {Counter}\nGo on? [y/N]");
        Read(Counter).ShouldBe(expected);
        Read(Hello).ShouldBe("mine too\n");
    }

    [Test]
    public void Reset_finds_what_was_delivered_under_commits_of_the_learner_s()
    {
        Write(Counter, "mine\n");
        Commit("progress");
        Write(Counter, "mine, better\n");
        Commit("more progress");
        Write(Hello, "mine too\n");

        Answered("yes", "reset", "all");

        Read(Counter).ShouldBe("counter\n");
        Read(Hello).ShouldBe("hello\n");
    }

    [Test]
    public void Reset_has_nothing_to_ask_when_nothing_has_changed()
    {
        Ask("reset", "all").ShouldBe("Nothing to do: all is as it was delivered.");
    }

    [Test]
    public void Anything_else_is_answered_with_what_there_is()
    {
        Ask("hint", "77").ShouldStartWith("There is no kata \"77\".");
        Ask("solve").ShouldStartWith("dotnet run --project tests/Board -- list");
    }

    string Ask(params string[] arguments) => Answered("", arguments);

    string Answered(string answer, params string[] arguments)
    {
        var delivered = new Delivered(root, Delivered.Parse(
            $"{Sum("hello\n")}  {Hello}\n{Sum("counter\n")}  {Counter}\n"));
        var output = new StringWriter { NewLine = "\n" };
        new KataCommands(root, delivered, new StringReader(answer), output).Run(arguments);
        return output.ToString().Replace("\r\n", "\n").Trim();
    }

    static string Sum(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    void Write(string file, string text)
    {
        var path = Path.Combine(root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    string Read(string file) => File.ReadAllText(Path.Combine(root, file));

    void Commit(string message)
    {
        Git("add", "-A");
        Git("-c", "user.name=learner", "-c", "user.email=learner@example.org",
            "commit", "-q", "-m", message);
    }

    void Git(params string[] arguments)
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", arguments) { WorkingDirectory = root })!;
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
    }
}
