using System.Text;

namespace ChildProgram;

/// <summary>
/// Writes to the standard output, and says at home how far it has come: who waits in a full pipe
/// can't say so any more.
/// </summary>
static class Pipe
{
    /// <summary>
    /// Small against every system's pipe, so that what is said is close to what is there.
    /// </summary>
    const int Chunk = 4096;

    internal static void Write(Home home, string text)
    {
        using var output = Console.OpenStandardOutput();
        var bytes = Encoding.ASCII.GetBytes(text);
        for (var written = 0; written < bytes.Length;)
        {
            home.Says($"writes {written} {bytes.Length}");
            var count = Math.Min(Chunk, bytes.Length - written);
            output.Write(bytes, written, count);
            written += count;
        }
        home.Says("wrote it all");
    }
}
