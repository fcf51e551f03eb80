using System.Buffers;

namespace Commutation.Subjects;

static class Buffers
{
    public static IReadOnlyList<Subject> List { get; } =
    [
        new(typeof(int[]), "new int[0]", "new[] { 3, 1, 2 }")
        {
            Extra =
            [
                "x.Length == 0 ? 0 : x[0]", "if (x.Length > 0) x[0] = 7;", "x.AsSpan().Clear();",
                "x.AsSpan().IndexOf(1)", "x.AsMemory().ToArray()", "x.AsSpan().Fill(4);",
            ],
        },
        new(typeof(string[]), "new string[0]", "new[] { \"a\", \"c\" }"),
        new(typeof(int[,]), "new int[0, 0]", "new[,] { { 1, 2 }, { 3, 4 } }"),
        new(typeof(Memory<int>), "default", "new int[] { 3, 1 }")
        { Extra = ["x.Span.Clear();", "x.Span.IndexOf(1)", "x.Span.Length == 0 ? 0 : x.Span[0]"] },
        new(typeof(int[]), "new int[1]", "new[] { 3, 1, 2 }")
        {
            View = new(typeof(Memory<int>), "x.AsMemory()"),
            Extra = ["x[0]", "x[0] = 7;", "v.Span[0]", "v.Span.Fill(3);", "v.Span.Contains(1)"],
        },
        new(typeof(ArraySegment<int>), "new(new int[1])", "new(new int[] { 3, 1, 2 }, 1, 2)"),
        new(typeof(ArrayBufferWriter<int>), "new()", "new(8)")
        { Extra = ["x.Write(new[] { 1 });"] },
        new(typeof(ReadOnlySequence<int>), "ReadOnlySequence<int>.Empty",
            "new(new[] { 3, 1, 2 })"),
        new(typeof(ArrayPool<int>), "ArrayPool<int>.Create()", "ArrayPool<int>.Shared"),
        new(typeof(MemoryPool<int>), "MemoryPool<int>.Shared", "MemoryPool<int>.Shared"),
        new(typeof(SearchValues<char>), "SearchValues.Create(\"\")", "SearchValues.Create(\"ab\")"),
    ];
}
