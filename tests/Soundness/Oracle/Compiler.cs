using Soundness.Programs;
using Soundness.Sources;

namespace Soundness.Oracle;

/// <summary>Turns a participant's statements into instructions.</summary>
sealed class Compiler(StaticForm form)
{
    /// <summary>The register of results that are only tested, after those of the locals.</summary>
    public const int Temporary = FuzzProgram.Locals;

    /// <summary>The last two keep the number of an initializer that runs.</summary>
    public const int Registers = FuzzProgram.Locals + 3;

    readonly List<Instruction> code = [];
    readonly Stack<Scope> scopes = [];

    public static Instruction[] Compile(Participant participant, StaticForm form)
    {
        var compiler = new Compiler(form);
        compiler.Add(participant.Body);
        compiler.Add(new Instruction(Code.End));
        return [.. compiler.code];
    }

    /// <summary>A block that a jump may leave: of a lock, or of a loop.</summary>
    sealed record Scope(int Lock, List<int> Breaks, List<int> Continues)
    {
        public bool IsLoop => Lock < 0;
    }

    int Add(Instruction instruction)
    {
        code.Add(instruction);
        return code.Count - 1;
    }

    void Patch(int at, int target) => code[at] = code[at] with { Target = target };

    void Add(IReadOnlyList<Statement> block)
    {
        foreach (var statement in block) Add(statement);
    }

    void Add(Statement statement)
    {
        switch (statement)
        {
            case Perform(var access, var into): Add(access, into); break;
            case Assign(var local, var value, var adds):
                Add(new Instruction(Code.Assign, Subject: local, Constant: value, IsFlagged: adds));
                break;
            case Leave(var exit): Add(exit); break;
            case If(var test, var then, var otherwise):
                var ways = Add(test);
                Add(then);
                var past = Add(new Instruction(Code.Jump));
                foreach (var way in ways) Patch(way, code.Count);
                Add(otherwise);
                Patch(past, code.Count);
                break;
            case Loop loop: Add(loop); break;
            case Locked(var gate, var body):
                Add(new Instruction(Code.Enter, Subject: gate));
                Inside(gate, body);
                break;
            case Tried(var gate, var isTimed, var body):
                Add(new Instruction(
                    Code.TryEnter, Into: Temporary, Subject: gate, IsFlagged: isTimed));
                var failed = Add(new Instruction(
                    Code.Test, Subject: Temporary, Sign: Sign.Equal, Constant: 1));
                Inside(gate, body);
                Patch(failed, code.Count);
                break;
        }
    }

    void Inside(int gate, IReadOnlyList<Statement> body)
    {
        scopes.Push(new(gate, [], []));
        Add(body);
        scopes.Pop();
        Add(new Instruction(Code.Exit, Subject: gate));
    }

    void Add(Loop loop)
    {
        var scope = new Scope(-1, [], []);
        scopes.Push(scope);
        var head = code.Count;
        List<int> outward = [];
        if (loop.Form == LoopForm.While) outward.AddRange(Add(loop.Test!));
        Add(loop.Body);
        var again = head;
        if (loop.Form == LoopForm.DoWhile)
        {
            again = code.Count;
            outward.AddRange(Add(loop.Test!));
        }
        Add(new Instruction(Code.Jump, Target: head));
        foreach (var at in scope.Continues) Patch(at, again);
        foreach (var at in scope.Breaks.Concat(outward)) Patch(at, code.Count);
        scopes.Pop();
    }

    void Add(Exit exit)
    {
        foreach (var scope in scopes)
        {
            if (scope.IsLoop && exit != Exit.Return)
            {
                var jumps = exit == Exit.Break ? scope.Breaks : scope.Continues;
                jumps.Add(Add(new Instruction(Code.Jump)));
                return;
            }
            if (!scope.IsLoop) Add(new Instruction(Code.Exit, Subject: scope.Lock));
        }
        Add(new Instruction(Code.End));
    }

    /// <returns>The jumps to where the condition doesn't hold.</returns>
    List<int> Add(Condition condition)
    {
        List<int> fails = [], holds = [];
        for (var i = 0; i < condition.Tests.Count; i++)
        {
            var (access, local, sign, constant) = condition.Tests[i];
            if (access is not null) Add(access, Temporary);
            var subject = access is null ? local : Temporary;
            var test = Add(new Instruction(
                Code.Test, Subject: subject, Sign: sign, Constant: constant));
            if (condition.Any && i < condition.Tests.Count - 1)
            {
                holds.Add(Add(new Instruction(Code.Jump)));
                Patch(test, code.Count);
            }
            else
            {
                fails.Add(test);
            }
        }
        foreach (var at in holds) Patch(at, code.Count);
        return fails;
    }

    void Add(Access access, int into)
    {
        if (access.Deed == Deed.ReadStatic) Initialize(access.Target, depth: 0);
        if (access.Deed == Deed.CallUnwoven)
            Add(new Instruction(Code.Act, access, Temporary + 1));
        Add(new Instruction(Code.Act, access with { Style = 1 }, into));
    }

    void Initialize(int type, int depth)
    {
        if (depth > 2) return;
        var begin = Add(new Instruction(Code.BeginInitializer, Subject: type));
        var other = 1 - type;
        var number = new Access(Deed.Increment, FuzzProgram.Variables);
        Add(new Instruction(Code.Act, number, Temporary + 1 + type));
        var touches = form == StaticForm.Circular || form == StaticForm.Chained && type == 1;
        if (touches)
        {
            Initialize(other, depth + 1);
            Add(new Instruction(Code.Act, new(Deed.ReadStatic, other), Temporary));
        }
        Add(new Instruction(Code.EndInitializer, Subject: type, IsFlagged: touches));
        Patch(begin, code.Count);
    }
}
