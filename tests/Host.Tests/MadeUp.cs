using Katas.Tests.Board;

namespace Host.Tests;

/// <summary>Katas that needn't exist, to see the board with as many as there will be.</summary>
static class MadeUp
{
    static readonly Dictionary<int, string> Titles = new()
    {
        [1] = "HelloWorker",
        [2] = "ThreeWorkers",
        [4] = "RaceCounter",
        [5] = "LockFix",
        [10] = "Deadlock",
    };

    internal static Progress Katas(params int[] numbers) => Katas(numbers, "Kata");

    internal static Progress Katas(int[] numbers, string title) => new(
    [
        .. numbers.Select(n => (Number: n, Title: Titles.GetValueOrDefault(n, title)))
            .Select(k => new Standing(
                k.Number, k.Title, $"katas/{k.Number:00}-{k.Title}/Work.cs", default, 1, 3)),
    ]);

    internal static Progress With(this Progress progress, KataState state, params int[] numbers) =>
        progress with
        {
            Katas = [.. progress.Katas.Select(
                k => numbers.Contains(k.Number) ? k with { State = state } : k)],
        };
}
