using Judging;
using Katas.Tests;
using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace WrongAnswers;

/// <summary>
/// The specs turn down the mistakes people make, each for its own reason, and let other right
/// answers pass.
/// </summary>
public class GalleryTests
{
    static readonly IReadOnlyList<Kata> Katas = Kata.In(typeof(Kata01_HelloWorker).Assembly);

    static readonly Judge Judge = new(
        Path.Combine(Repository.Root, "solutions"), typeof(Kata01_HelloWorker).Assembly.Location)
    {
        Look = WovenCodeTests.Verify,
    };

    static readonly VerdictTable Table = new();

    static IEnumerable<TestCaseData> Answers() =>
        Answer.All().Select(answer => new TestCaseData(answer).SetName($"{answer}"));

    static IEnumerable<TestCaseData> Folders() =>
        Katas.Select(kata => new TestCaseData(Folder(kata)).SetArgDisplayNames(Folder(kata)));

    /// <summary>All answers with their verdicts, for .ci/run to print.</summary>
    [OneTimeTearDown]
    public void Write_the_table() => Table.Write(
        Path.Combine(TestContext.CurrentContext.TestDirectory, "gallery.txt"));

    [TestCaseSource(nameof(Answers))]
    public void An_answer_gets_the_verdict_at_its_head(object answer)
    {
        var it = (Answer)answer;
        var kata = Katas.Single(k => Folder(k) == it.Kata);
        var files = new Dictionary<string, string> { [Path.GetFileName(kata.File)] = it.Text };

        // A wrong answer is judged until a spec has said what its head asks for.
        var judgement = Judge.Run(new(it.Kata, files), kata.Specs.FullName!,
            spec => !spec.Passed && it.Mistake?.Says(spec.Message) == true);

        judgement.CompileErrors.ShouldBeEmpty();
        judgement.Specs.ShouldNotBeEmpty();
        Table.Add(it, judgement);
        var messages = judgement.Specs.Where(s => !s.Passed).Select(s => s.Message).ToList();
        var said = string.Join("\n\n", messages);
        if (it.Mistake is not { } mistake)
            said.ShouldBeEmpty("a right answer is turned down");
        else if (!mistake.Says(said))
            Assert.Fail($"It is to be turned down for \"{mistake.Reason}\", but "
                + (judgement.IsRight ? "every spec passes." : $"the specs say:\n\n{said}"));
        else
            HintsFor(it, messages[0]).ShouldBe(
                mistake.Hint is { } hint ? [hint] : [], "the hint that a learner is shown");
    }

    /// <summary>
    /// A learner's run ends with the first spec that fails: its message alone finds the hint. What
    /// fits another mistake as well would mislead there, even if its own hint came before it.
    /// </summary>
    static IEnumerable<string?> HintsFor(Answer answer, string message) =>
        Mistake.Known(answer.Kata).Where(m => m.Explains(message, answer.Text)).Select(m => m.Hint);

    /// <summary>
    /// Right code has no mistake's shape: so a hint is not drawn from what is right, where an answer
    /// has another mistake besides.
    /// </summary>
    [TestCaseSource(nameof(Folders))]
    public void No_hint_fits_right_code(string folder)
    {
        var known = Mistake.Known(folder);
        var right = Answer.All().Where(a => a.Kata == folder && a.IsRight)
            .Select(a => (a.Name, a.Text)).Append(("the solution", Solution(folder)));

        foreach (var (name, text) in right)
            known.Where(m => m.Fits(text)).Select(m => m.What).ShouldBeEmpty(name);
    }

    [TestCaseSource(nameof(Folders))]
    public void Every_kata_has_five_wrong_answers_and_two_right_ones(string folder)
    {
        var answers = Answer.All().Where(a => a.Kata == folder).ToList();

        answers.Count(a => !a.IsRight).ShouldBeGreaterThanOrEqualTo(5);
        answers.Count(a => a.IsRight).ShouldBeGreaterThanOrEqualTo(2);
    }

    static string Solution(string folder)
    {
        var file = Path.GetFileName(Katas.Single(k => Folder(k) == folder).File);
        return File.ReadAllText(Path.Combine(Repository.Root, "solutions", folder, file));
    }

    static string Folder(Kata kata) => Path.GetFileName(Path.GetDirectoryName(kata.File)!);
}
