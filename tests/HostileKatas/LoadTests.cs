using NUnit.Framework;
using Shouldly;

namespace HostileKatas;

/// <summary>
/// The same verdicts, messages and counterexamples byte by byte, whatever else the machine does. A few cases
/// once; all of them so many times: <c>--filter LoadTests --test-parameter times=5</c>. The specs on the
/// reference solutions as well: <c>--test-parameter specs=20</c>.
/// </summary>
public class LoadTests
{
    const int BusyProcesses = 4;

    static readonly string[] sample =
    [
        "endless-with-a-race", "endless-under-a-lock", "loop-of-three-million-rounds", "recursion",
        "identity-orders-locks", "race-of-six-hundred-rounds",
    ];

    [TestCase(true)]
    [TestCase(false)]
    public void Hostile_katas_are_told_the_same(bool isPinned)
    {
        var times = TestContext.Parameters.Get("times", 0);
        var cases = Case.All().Where(it => times > 0 || sample.Contains(it.Name)).ToList();
        var quiet = Texts(new Lane(cases).Run());

        for (var i = 0; i < Math.Max(times, 1); i++)
            Loaded(isPinned, () => Texts(new Lane(cases, isPinned).Run())).ShouldBe(quiet);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Specs_are_told_the_same(bool isPinned)
    {
        var times = TestContext.Parameters.Get("specs", 0);
        var quiet = times > 0 ? Specs(false) : [];

        for (var i = 0; i < times; i++)
            Loaded(isPinned, () => Specs(isPinned)).ShouldBe(quiet);
    }

    static List<string> Loaded(bool isPinned, Func<List<string>> run)
    {
        var room = Directory.CreateTempSubdirectory("load").FullName;
        try
        {
            using var load = new Load(isPinned ? 0 : BusyProcesses, room);
            return run();
        }
        finally
        {
            Directory.Delete(room, recursive: true);
        }
    }

    static List<string> Specs(bool isPinned)
    {
        var room = Directory.CreateTempSubdirectory("specs").FullName;
        try
        {
            var file = Path.Combine(room, "specs.json");
            using var process = Lane.Start(room, "--specs", file);
            if (isPinned) Load.Pin(process);
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0, output.Result + errors.Result);
            return Texts([.. File.ReadLines(file).Select(Told.Of)]);
        }
        finally
        {
            Directory.Delete(room, recursive: true);
        }
    }

    /// <summary>All that is told, but for how long it took.</summary>
    static List<string> Texts(IEnumerable<Told> told) => [.. told.Select(t => (t with { Seconds = 0 }).Line())];
}
