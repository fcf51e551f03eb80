namespace Soundness.Programs;

public enum Kind
{
    /// <summary>The program's own thread, once it has started the others.</summary>
    Main,
    Thread,

    /// <summary>A task of the thread pool.</summary>
    Task,

    /// <summary>An async method that a task of the thread pool calls.</summary>
    Async,
}

/// <param name="Captures">Whether its locals are captured ones of the program's method.</param>
public sealed record Participant(Kind Kind, bool Captures, IReadOnlyList<Statement> Body);
