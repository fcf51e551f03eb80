namespace Soundness.Programs;

/// <summary>Programs that lack a part: a participant, a statement, a test.</summary>
static class Reductions
{
    public static IEnumerable<FuzzProgram> Of(FuzzProgram program)
    {
        var participants = program.Participants;
        for (var i = 0; i < participants.Count; i++)
        {
            if (participants.Count > 2)
                yield return program with { Participants = Without(participants, i) };
            foreach (var one in Of(participants[i]))
                yield return program with { Participants = With(participants, i, one) };
        }
    }

    static IEnumerable<Participant> Of(Participant participant)
    {
        foreach (var body in Of(participant.Body).Where(b => IsWhole(b, inLoop: false)))
            yield return participant with { Body = body };
        if (participant.Captures) yield return participant with { Captures = false };
    }

    static IEnumerable<IReadOnlyList<Statement>> Of(IReadOnlyList<Statement> block)
    {
        for (var i = 0; i < block.Count; i++)
        {
            foreach (var instead in Of(block[i]).Prepend([]))
                yield return [.. block.Take(i), .. instead, .. block.Skip(i + 1)];
        }
    }

    /// <summary>What may stand in a statement's place.</summary>
    static IEnumerable<IReadOnlyList<Statement>> Of(Statement statement)
    {
        foreach (var block in statement.Blocks) yield return block;
        for (var i = 0; i < statement.Blocks.Count; i++)
        {
            foreach (var less in Of(statement.Blocks[i]))
                yield return [statement.With(With(statement.Blocks, i, less))];
        }
        foreach (var test in statement.Condition is { } condition ? Of(condition) : [])
        {
            yield return [statement switch
            {
                If branch => branch with { Test = test },
                Loop loop => loop with { Test = test },
                _ => statement,
            }];
        }
        if (statement is Perform { Access: var access } perform)
        {
            if (perform.Into >= 0) yield return [perform with { Into = -1 }];
            foreach (var simpler in Of(access)) yield return [perform with { Access = simpler }];
        }
        if (statement is Loop { Form: LoopForm.DoWhile } late)
            yield return [late with { Form = LoopForm.While }];
        if (statement is Tried tried) yield return [new Locked(tried.Lock, tried.Body)];
    }

    static IEnumerable<Condition> Of(Condition condition)
    {
        var tests = condition.Tests;
        for (var i = 0; i < tests.Count; i++)
        {
            if (tests.Count > 1) yield return condition with { Tests = Without(tests, i) };
            foreach (var simpler in tests[i].Access is { } access ? Of(access) : [])
            {
                var test = tests[i] with { Access = simpler };
                yield return condition with { Tests = With(tests, i, test) };
            }
        }
    }

    static IEnumerable<Access> Of(Access access)
    {
        if (access.Style > 0) yield return access with { Style = 0 };
        if (access.Deed == Deed.Exchange) yield return access with { Deed = Deed.Write };
        if (access.Value > 1) yield return access with { Value = 1 };
        if (Operand.IsLocal(access.Comparand)) yield return access with { Comparand = 0 };
    }

    static IReadOnlyList<T> Without<T>(IReadOnlyList<T> all, int index) =>
        [.. all.Where((_, i) => i != index)];

    static IReadOnlyList<T> With<T>(IReadOnlyList<T> all, int index, T other) =>
        [.. all.Select((one, i) => i == index ? other : one)];

    /// <summary>Whether each jump stands in a loop, and each loop begins with an access.</summary>
    static bool IsWhole(IReadOnlyList<Statement> block, bool inLoop) => block.All(s => s switch
    {
        Leave leave => inLoop || leave.Exit == Exit.Return,
        Loop loop => IsWhole(loop.Body, true) && (loop.Test?.Tests[0].Access is not null
            || loop.Body is [If { Test.Tests: [{ Access: not null }, ..] }, ..]),
        _ => s.Blocks.All(b => IsWhole(b, inLoop)),
    });
}
