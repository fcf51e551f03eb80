using System.Reflection;
using System.Runtime.Loader;
using NUnit.Framework;
using Shouldly;
using Verification;

namespace Interleavings.Tests.Verifying;

/// <summary>The programs of these tests are valid code, woven as the build wove them.</summary>
public class OwnCodeTests
{
    static string Woven => typeof(OwnCodeTests).Assembly.Location;

    // What the compiler wrote lies in obj, where the woven one lies in bin.
    static string Plain => Woven.Replace(Folder("bin"), Folder("obj"), StringComparison.Ordinal);

    static string Folder(string name) =>
        $"Explorer.Tests{Path.DirectorySeparatorChar}{name}{Path.DirectorySeparatorChar}";

    [Test]
    public void They_keep_the_rules()
    {
        string[] references = Directory.GetFiles(AppContext.BaseDirectory, "*.dll");
        var before = Verifier.Verify(File.ReadAllBytes(Plain), references);

        var after = Verifier.Verify(File.ReadAllBytes(Woven), references);

        TestContext.Out.WriteLine($"{after.Methods} methods");
        after.NewSince(before).ShouldBeEmpty();
    }

    [Test]
    public void The_runtime_takes_them()
    {
        var plain = new AssemblyLoadContext("plain").LoadFromStream(
            new MemoryStream(File.ReadAllBytes(Plain)));

        var prepared = Loading.Prepare(Assembly.GetExecutingAssembly(), plain);

        TestContext.Out.WriteLine($"{prepared.Prepared} methods, {prepared.Open} open ones");
        prepared.Failures.ShouldBeEmpty();
    }
}
