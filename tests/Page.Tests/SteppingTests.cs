using NUnit.Framework;
using Shouldly;

namespace Page.Tests;

/// <summary>The page of a real counterexample, clicked through in a browser.</summary>
public sealed class SteppingTests
{
    const string ArrowLeft = "\uE012";
    const string ArrowRight = "\uE014";
    const string End = "\uE010";
    const string Home = "\uE011";

    static readonly string Folder = Directory.CreateTempSubdirectory("page").FullName;

    Browser browser = null!;

    [OneTimeSetUp]
    public void Start()
    {
        var page = Path.Combine(Folder, "page.html");
        File.WriteAllText(page, Interleavings.Reporting.Page.Of(
            LostUpdate.Explored(), "No update is lost", File.ReadAllText));
        browser = new Browser();
        browser.Open(page);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        browser.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    [SetUp]
    public void Begin()
    {
        browser.Click("#schedule-0");
        browser.Click("#first");
    }

    [Test]
    public void It_begins_at_the_first_step()
    {
        browser.Text("h1").ShouldBe("Broken: No update is lost");
        Now().ShouldBe("Step 1 of 4: A reads count → 0, part of a data race, LostUpdate.cs:12");
        Current().ShouldBe("reads count → 0\t\tLostUpdate.cs:12");
    }

    [Test]
    public void Buttons_go_forward_and_back()
    {
        browser.Click("#forward");
        Now().ShouldStartWith("Step 2 of 4: B reads count → 0");
        browser.Click("#last");
        Now().ShouldStartWith("Step 4 of 4: A writes count ← 1, ✗ lost update");
        browser.Click("#back");
        Now().ShouldStartWith("Step 3 of 4: B writes count ← 1");
        browser.Click("#first");
        browser.Click("#back");
        Now().ShouldStartWith("Step 1 of 4");
    }

    [Test]
    public void Keys_go_forward_and_back()
    {
        browser.Press(ArrowRight);
        browser.Press(ArrowRight);
        Now().ShouldStartWith("Step 3 of 4");
        browser.Press(ArrowLeft);
        Now().ShouldStartWith("Step 2 of 4");
        browser.Press(End);
        Now().ShouldStartWith("Step 4 of 4");
        browser.Press(ArrowRight);
        Now().ShouldStartWith("Step 4 of 4");
        browser.Press(Home);
        Now().ShouldStartWith("Step 1 of 4");
    }

    [Test]
    public void A_step_is_chosen_by_a_click_on_its_row()
    {
        browser.Click("#steps tbody tr:nth-child(3)");
        Now().ShouldStartWith("Step 3 of 4");
    }

    [Test]
    public void Variables_are_those_after_the_step()
    {
        browser.Text("#memory").ShouldBe("count\t0");
        browser.Click("#last");
        browser.Text("#memory").ShouldBe("count\t1");
        browser.Click("#back");
        browser.Text("#memory tr.changed").ShouldBe("count\t1");
    }

    [Test]
    public void The_source_shows_the_line_and_who_stands_there()
    {
        browser.Text("#source-title").ShouldBe("LostUpdate.cs");
        browser.Text("#source [aria-current] .number").ShouldBe("12");
        browser.Text("#source [aria-current] .who").ShouldBe("A");
        browser.Click("#forward");
        browser.Text("#source [aria-current] .who").ShouldBe("A B");
        $"{browser.Eval("document.querySelector('#source [aria-current] code').textContent")}"
            .ShouldContain("count++");
    }

    [Test]
    public void The_nearest_schedule_that_passes_is_a_click_away()
    {
        browser.Click("#schedule-1");
        browser.Click("#last");

        Now().ShouldStartWith("Step 4 of 4: B writes count ← 2");
        Now().ShouldNotContain("✗");
    }

    [TestCase("light"), TestCase("dark")]
    public void Text_stands_out_from_its_ground(string scheme)
    {
        browser.Prefer(scheme);
        var lightest = scheme == "light" ? "ground" : "text";

        Lightness("body", "backgroundColor").ShouldBe(lightest == "ground" ? 1 : 0, 0.15);
        Lightness("body", "color").ShouldBe(lightest == "text" ? 1 : 0, 0.15);
        if (Environment.GetEnvironmentVariable("PICTURES") is { } pictures)
            File.WriteAllBytes(Path.Combine(pictures, $"page-{scheme}.png"), browser.Picture());
    }

    string Now() => browser.Text("#now");

    string Current() => browser.Text("#steps tr[aria-current]");

    /// <summary>From 0, black, to 1, white.</summary>
    double Lightness(string selector, string property) => browser.Eval(
        $"getComputedStyle(document.querySelector('{selector}')).{property}"
        + ".match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765")!
        .GetValue<double>();
}
