using System.IO.Compression;

namespace Commutation.Subjects;

static class Streams
{
    public static IReadOnlyList<Subject> List { get; } =
    [
        new(typeof(MemoryStream), "new()", "new(new byte[] { 49, 50, 51 })"),
        new(typeof(Stream), "new MemoryStream()",
            "new BufferedStream(new MemoryStream(new byte[] { 49, 50 }))"),
        new(typeof(BufferedStream), "new(new MemoryStream())",
            "new(new MemoryStream(new byte[] { 49, 50 }))"),
        new(typeof(MemoryStream), "new()", "new(new byte[] { 49, 50, 51 })")
        { View = new(typeof(StreamReader), "new StreamReader(x)") },
        new(typeof(MemoryStream), "new()", "new(new byte[] { 49, 50, 51 })")
        { View = new(typeof(StreamWriter), "new StreamWriter(x)") },
        new(typeof(MemoryStream), "new()", "new(new byte[] { 49, 50, 51, 52, 53 })")
        { View = new(typeof(BinaryReader), "new BinaryReader(x)") },
        new(typeof(MemoryStream), "new()", "new(new byte[] { 49, 50, 51 })")
        { View = new(typeof(BinaryWriter), "new BinaryWriter(x)") },
        new(typeof(MemoryStream), "new()", "new(new byte[] { 49, 50, 51 })")
        { View = new(typeof(DeflateStream), "new DeflateStream(x, CompressionMode.Compress)") },
        new(typeof(byte[]), "new byte[0]", "new byte[] { 49, 50, 51 }")
        { View = new(typeof(MemoryStream), "new MemoryStream(x)") },
        new(typeof(BinaryReader), "new(new MemoryStream())",
            "new(new MemoryStream(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 }))"),
        new(typeof(BinaryWriter), "new(new MemoryStream())",
            "new(new MemoryStream(new byte[] { 1, 2 }))"),
        new(typeof(TextReader), "new StringReader(\"\")",
            "new StreamReader(new MemoryStream(new byte[] { 49, 10, 50 }))"),
        new(typeof(TextWriter), "new StringWriter()", "new StreamWriter(new MemoryStream())"),
    ];
}
