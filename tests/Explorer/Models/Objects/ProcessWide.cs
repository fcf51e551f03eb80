using System.Globalization;
using System.Text;

namespace Interleavings.Models;

/// <summary>
/// Writers, readers and streams of the whole process, whose content no program can read: the
/// console's, the test framework's, and those that do nothing; and what is documented as thread-safe.
/// </summary>
internal static class ProcessWide
{
    internal static bool Is(object part) => part switch
    {
        TextWriter writer => ReferenceEquals(writer, Console.Out)
            || ReferenceEquals(writer, Console.Error)
            || ReferenceEquals(writer, TextWriter.Null)
            || ReferenceEquals(writer, StreamWriter.Null)
            || IsTheFrameworks(writer),
        TextReader reader => ReferenceEquals(reader, TextReader.Null)
            || ReferenceEquals(reader, StreamReader.Null),
        Stream stream => ReferenceEquals(stream, Stream.Null),
        // Documented as thread-safe.
        Random random => ReferenceEquals(random, Random.Shared),
        // Nothing can change them any more.
        CultureInfo culture => culture.IsReadOnly,
        NumberFormatInfo format => format.IsReadOnly,
        DateTimeFormatInfo format => format.IsReadOnly,
        TextInfo text => text.IsReadOnly,
        Encoding encoding => encoding.IsReadOnly,
        _ => false,
    };

    private static bool IsTheFrameworks(TextWriter writer) =>
        writer.GetType().Namespace?.StartsWith("NUnit.", StringComparison.Ordinal) == true;
}
