namespace Katas.Tests.Board;

/// <summary>A part of the curriculum: katas whose numbers follow each other.</summary>
sealed record Chapter(string Title, int First, int Last)
{
    internal static IReadOnlyList<Chapter> All { get; } =
    [
        new("Units of execution", 1, 3),
        new("Shared memory", 4, 11),
        new("Parallel threads", 12, 13),
        new("Async", 14, 16),
        new("Processes", 17, 20),
        new("Choosing", 21, 21),
        new("Beyond", 22, 29),
    ];

    internal bool Has(int number) => First <= number && number <= Last;
}
