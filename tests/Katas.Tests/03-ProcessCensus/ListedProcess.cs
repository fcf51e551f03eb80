using Katas.ProcessCensus;

namespace Katas.Tests;

/// <summary>Answers so many questions, and meets each later one with an error.</summary>
sealed class ListedProcess(int id, string name, int threads) : IProcess
{
    int _answered;

    internal int Answers { get; init; } = int.MaxValue;

    internal Exception? Then { get; init; }

    internal bool IsDisposed { get; private set; }

    public int Id { get; } = id;

    public bool HasEnded => !Answered()
        && (Then is InvalidOperationException ? true : throw Then!);

    public string Name => Answered() ? name : throw Then!;

    public int ThreadCount => Answered() ? threads : throw Then!;

    public void Dispose() => IsDisposed = true;

    /// <summary>The same, of which nobody has asked anything.</summary>
    internal ListedProcess Again() => new(Id, name, threads) { Answers = Answers, Then = Then };

    bool Answered()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return _answered++ < Answers;
    }
}
