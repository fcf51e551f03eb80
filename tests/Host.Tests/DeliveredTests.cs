using Katas.Tests.Board;
using NUnit.Framework;
using Shouldly;

namespace Host.Tests;

public class DeliveredTests
{
    const string OneLine = "98ea6e4f216f2fb4b69fff9b3a44842c38686ca685f3f55dc48c5d3fb1107be4  a.cs\n";

    [TestCase("hi\n", true)]
    [TestCase("hi\r\n", true)]
    [TestCase("hello\n", false)]
    public void Only_another_text_is_an_attempt(string text, bool unchanged)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "a.cs"), text);

            new Delivered(folder.FullName, Delivered.Parse(OneLine)).IsUnchanged("a.cs")
                .ShouldBe(unchanged);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void A_kata_without_its_file_is_no_start()
    {
        new Delivered("/nowhere", Delivered.Parse(OneLine)).IsUnchanged("a.cs").ShouldBeFalse();
    }
}
