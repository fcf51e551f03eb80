namespace Soundness.Programs;

public abstract record Statement
{
    /// <summary>The blocks inside, in order.</summary>
    public virtual IReadOnlyList<IReadOnlyList<Statement>> Blocks => [];

    /// <summary>The same with other blocks.</summary>
    public virtual Statement With(IReadOnlyList<IReadOnlyList<Statement>> blocks) => this;

    /// <summary>The condition, if it has one.</summary>
    public virtual Condition? Condition => null;
}

/// <param name="Into">The local that gets the result, or -1.</param>
public sealed record Perform(Access Access, int Into = -1) : Statement;

/// <param name="Adds">Whether the value is added to the local.</param>
public sealed record Assign(int Local, int Value, bool Adds) : Statement;

public sealed record Leave(Exit Exit) : Statement;

public enum Exit
{
    Break,
    Continue,
    Return,
}

public sealed record If(
    Condition Test, IReadOnlyList<Statement> Then, IReadOnlyList<Statement> Else) : Statement
{
    public override Condition Condition => Test;
    public override IReadOnlyList<IReadOnlyList<Statement>> Blocks => [Then, Else];
    public override Statement With(IReadOnlyList<IReadOnlyList<Statement>> blocks) =>
        this with { Then = blocks[0], Else = blocks[1] };
}

public enum LoopForm
{
    While,
    DoWhile,

    /// <summary>Without a condition: it is left from inside.</summary>
    Forever,
}

public sealed record Loop(LoopForm Form, Condition? Test, IReadOnlyList<Statement> Body) : Statement
{
    public override Condition? Condition => Test;
    public override IReadOnlyList<IReadOnlyList<Statement>> Blocks => [Body];
    public override Statement With(IReadOnlyList<IReadOnlyList<Statement>> blocks) =>
        this with { Body = blocks[0] };
}

public sealed record Locked(int Lock, IReadOnlyList<Statement> Body) : Statement
{
    public override IReadOnlyList<IReadOnlyList<Statement>> Blocks => [Body];
    public override Statement With(IReadOnlyList<IReadOnlyList<Statement>> blocks) =>
        this with { Body = blocks[0] };
}

/// <summary>The body runs if the lock can be had: at once, or within a time limit.</summary>
public sealed record Tried(int Lock, bool IsTimed, IReadOnlyList<Statement> Body) : Statement
{
    public override IReadOnlyList<IReadOnlyList<Statement>> Blocks => [Body];
    public override Statement With(IReadOnlyList<IReadOnlyList<Statement>> blocks) =>
        this with { Body = blocks[0] };
}
