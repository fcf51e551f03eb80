using Interleavings.Reporting;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Interleavings;

/// <summary>The page on which a failure can be stepped through.</summary>
/// <param name="Link">From the folder of the solution, where tests are mostly run.</param>
sealed record PageFile(string Path, string Link)
{
    const string Folder = "TestResults";

    /// <returns>Null if there is nothing to step through, or no place for the file.</returns>
    internal static PageFile? Write(Test test, Verdict verdict, string claim)
    {
        if (TestContext.CurrentContext.WorkDirectory == SpecRun.Nowhere) return null;
        if (Page.Of(verdict, claim, Source) is not { } text) return null;
        var root = Solution(AppContext.BaseDirectory);
        var link = $"{Folder}/{test.TypeInfo?.Type.Name}-{Place(test)}.html";
        var path = System.IO.Path.Combine(root, link);
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return new(path, link);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static string? Source(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Names of tests make long links: "3" is the class's third, "3-2" its second case.</summary>
    static string Place(ITest test)
    {
        if (test.Parent is not { } parent) return "1";
        var place = test.Properties.Get(PropertyNames.Order) is int order
            ? order + 1
            : parent.Tests.IndexOf(test) + 1;
        return parent is ParameterizedMethodSuite ? $"{Place(parent)}-{place}" : $"{place}";
    }

    static string Solution(string folder) =>
        Directory.EnumerateFiles(folder, "*.sln*").Any() ? folder
        : System.IO.Path.GetDirectoryName(folder) is { } parent ? Solution(parent)
        : AppContext.BaseDirectory;
}
