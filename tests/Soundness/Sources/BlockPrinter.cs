using Soundness.Programs;

namespace Soundness.Sources;

/// <summary>A participant's statements: one access a line, but for those of a condition.</summary>
sealed class BlockPrinter(
    SourceText text, Participant participant, int index, bool isReal,
    IReadOnlyDictionary<string, int> helpers)
{
    readonly string suffix = participant.Captures ? $"{index}" : "";

    public void Print(IReadOnlyList<Statement> block)
    {
        foreach (var statement in block) Print(statement);
    }

    void Print(Statement statement)
    {
        switch (statement)
        {
            case Perform(var access, var into):
                var result = into < 0 ? "" : $"{AccessText.Local(into, suffix)} = ";
                var call = Of(access);
                // A result that is dropped: an expression in parentheses is no statement.
                if (into < 0 && (call[0] == '(' || access.Deed is Deed.ReadPlain or Deed.ReadOwn
                    or Deed.ReadStatic or Deed.CountQueue)) result = "_ = ";
                text.Add($"{Gate(access)}{result}{call};");
                break;
            case Assign(var local, var value, var adds):
                text.Add($"{AccessText.Local(local, suffix)} {(adds ? "+=" : "=")} {value};");
                break;
            case Leave(var exit): text.Add(Leave(exit)); break;
            case If(var test, var then, var otherwise):
                Condition("if (", test, ")");
                Block(then);
                if (otherwise.Count == 0) break;
                text.Add("else");
                Block(otherwise);
                break;
            case Loop loop: Print(loop); break;
            case Locked(var gate, var body):
                text.Add($"{At()}lock ({AccessText.Lock(gate)})");
                Block(body);
                break;
            case Tried(var gate, var isTimed, var body):
                var limit = !isTimed ? "" : isReal ? ", 1" : ", 10";
                text.Add($"if ({Pass()}Monitor.TryEnter({AccessText.Lock(gate)}{limit}))");
                text.Add("try");
                Block(body);
                text.Add($"finally {{ {At()}Monitor.Exit({AccessText.Lock(gate)}); }}");
                break;
        }
    }

    void Print(Loop loop)
    {
        switch (loop.Form)
        {
            case LoopForm.While:
                Condition("while (", loop.Test!, ")");
                Block(loop.Body);
                break;
            case LoopForm.DoWhile:
                text.Add("do");
                Block(loop.Body);
                Condition("while (", loop.Test!, ");");
                break;
            default:
                text.Add("while (true)");
                Block(loop.Body);
                break;
        }
    }

    void Block(IReadOnlyList<Statement> block)
    {
        text.Open();
        Print(block);
        text.Close();
    }

    /// <summary>On one line: the compiler counts all of a condition to where its statement begins.</summary>
    void Condition(string head, Condition condition, string tail)
    {
        var tests = condition.Tests.Select(t =>
        {
            var left = t.Access is null ? AccessText.Local(t.Local, suffix) : Of(t.Access);
            var test = $"{left} {Text(t.Sign)} {t.Constant}";
            return isReal && t.Access is not null ? $"({Pass(t.Access)}{test})" : test;
        });
        text.Add(head + string.Join(condition.Any ? " || " : " && ", tests) + tail);
    }

    static string Text(Sign sign) => sign switch
    {
        Sign.Equal => "==",
        Sign.Unequal => "!=",
        _ => "<",
    };

    string Leave(Exit exit) => exit switch
    {
        Exit.Break => "break;",
        Exit.Continue => "continue;",
        _ when !participant.Captures => "return a * 10000 + b * 100 + c;",
        _ when isReal && participant.Kind != Kind.Main => $"{{ Gate.End({index}); return; }}",
        _ => "return;",
    };

    string Of(Access access) => AccessText.Of(access, participant.Kind, suffix, isReal);

    string Gate(Access access) => isReal ? $"Gate.At({index}, {LineOf(access)}); " : "";

    string At() => isReal ? $"Gate.At({index}, {text.Line}); " : "";

    string Pass(Access access) => $"Gate.Pass({index}, {LineOf(access)}) && ";

    string Pass() => isReal ? $"Gate.Pass({index}, {text.Line}) && " : "";

    int LineOf(Access access) =>
        AccessText.Helper(access) is { } helper ? helpers[helper] : text.Line;
}
