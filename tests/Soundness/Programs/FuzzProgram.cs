namespace Soundness.Programs;

/// <summary>Two or three that run at once over a few shared objects.</summary>
/// <param name="IsAsync">Whether the program itself is an async method.</param>
public sealed record FuzzProgram(int Seed, bool IsAsync, IReadOnlyList<Participant> Participants)
{
    public const int Variables = 3, Plains = 2, Locks = 2, Locals = 3, Types = 2;

    public IEnumerable<Statement> Statements => Participants.SelectMany(p => All(p.Body));

    public IEnumerable<Access> Accesses => Statements.SelectMany(Of);

    public static IEnumerable<Access> AccessesIn(IReadOnlyList<Statement> block) =>
        All(block).SelectMany(Of);

    public IEnumerable<Deed> Deeds => Accesses.Select(a => a.Deed).Distinct().Order();

    public bool Does(Deed deed) => Accesses.Any(a => a.Deed == deed);

    /// <summary>Whether it waits with a time limit: no gate decides when it runs out.</summary>
    public bool IsTimed => Statements.Any(s => s is Tried { IsTimed: true })
        || Does(Deed.TryPermitTimed) || Does(Deed.AwaitEventTimed) || Does(Deed.WaitForPulseTimed);

    /// <summary>Whether what one run leaves in statics would change the next.</summary>
    public bool HasStatics =>
        Does(Deed.ReadStatic) || Does(Deed.ReadOwn) || Does(Deed.WriteOwn);

    static IEnumerable<Access> Of(Statement statement) => statement is Perform perform
        ? [perform.Access]
        : statement.Condition?.Tests.Select(t => t.Access).OfType<Access>() ?? [];

    public static IEnumerable<Statement> All(IReadOnlyList<Statement> block) =>
        block.SelectMany(s => s.Blocks.SelectMany(All).Prepend(s));
}
