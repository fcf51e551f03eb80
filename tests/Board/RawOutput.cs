namespace Katas.Tests.Board;

/// <summary>The process's own standard output: Console.Out belongs to NUnit while a test runs.</summary>
static class RawOutput
{
    internal static void WriteLine(string text)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        output.WriteLine(text);
    }
}
