using Soundness.Programs;

namespace Soundness.Sources;

/// <summary>
/// A program as C#, in two forms with the same lines. One is woven. The other runs for real: it
/// passes a gate before each access, and is generic, since each type argument has its own statics.
/// </summary>
sealed class Printer
{
    readonly FuzzProgram program;
    readonly bool isReal;
    readonly SourceText text = new();
    readonly Dictionary<string, int> helpers = [];

    Printer(FuzzProgram program, bool isReal) => (this.program, this.isReal) = (program, isReal);

    public static string Woven(FuzzProgram program, string name) =>
        new Printer(program, isReal: false).Print(name);

    public static string Real(FuzzProgram program, string name) =>
        new Printer(program, isReal: true).Print(name);

    string Print(string name)
    {
        text.Add("using System.Collections.Concurrent;");
        text.Add("using Soundness.Real;");
        text.Open($"public static class {name}" + (isReal ? "<TRun>" : ""));
        State();
        if (program.Does(Deed.ReadStatic)) Statics();
        if (program.Does(Deed.ReadOwn) || program.Does(Deed.WriteOwn))
        {
            text.Add("[ThreadStatic]");
            text.Add("static int own;");
        }
        Helpers();
        for (var i = 0; i < program.Participants.Count; i++)
        {
            if (!program.Participants[i].Captures) Method(i);
        }
        Run();
        if (!isReal) Checked();
        text.Close();
        return text.ToString();
    }

    void State()
    {
        text.Open("sealed class State");
        text.Add("public int X, Y, Z, P, Q;");
        text.Add("public readonly object G = new(), H = new();");
        if (Does(Deed.WaitPermit, Deed.TryPermit, Deed.TryPermitTimed, Deed.ReleasePermit))
            text.Add("public readonly SemaphoreSlim M = new(0), N = new(1);");
        if (Does(Deed.SetEvent, Deed.ResetEvent, Deed.AwaitEvent, Deed.AwaitEventTimed,
            Deed.IsEventSet))
            text.Add("public readonly ManualResetEventSlim E = new();");
        if (Does(Deed.Enqueue, Deed.TryDequeue, Deed.CountQueue))
            text.Add("public readonly ConcurrentQueue<int> Queue = new();");
        if (Does(Deed.Complete, Deed.AwaitCompletion, Deed.IsCompleted))
            text.Add("public readonly TaskCompletionSource Done = "
                + "new(TaskCreationOptions.RunContinuationsAsynchronously);");
        text.Close();
    }

    bool Does(params Deed[] deeds) => deeds.Any(program.Does);

    void Statics()
    {
        var form = StaticForms.Of(program);
        text.Add("static class Order { public static int Next; }");
        text.Open("static class A");
        text.Add("public static readonly int V;");
        text.Add($"static A() {{ {Somebody}V = Interlocked.Increment(ref Order.Next)"
            + (form == StaticForm.Circular ? " + 10 * B.V; }" : "; }"));
        text.Close();
        text.Open("static class B");
        text.Add("public static readonly int V;");
        text.Add($"static B() {{ {Somebody}V = Interlocked.Increment(ref Order.Next)"
            + (form == StaticForm.Independent ? "; }" : " + 10 * A.V; }"));
        text.Close();
    }

    string Somebody => isReal ? "Gate.At(-1, 0); " : "";

    void Helpers()
    {
        foreach (var access in program.Accesses.DistinctBy(AccessText.Helper))
        {
            if (AccessText.Helper(access) is not { } name) continue;
            text.Open(AccessText.HelperHead(access));
            helpers[name] = text.Line;
            text.Add(AccessText.HelperBody(access));
            text.Close();
        }
    }

    void Method(int index)
    {
        var isAsync = program.Participants[index].Kind == Kind.Async;
        text.Open($"static {(isAsync ? "async Task<int>" : "int")} {Name(index)}(State s)");
        text.Add("int a = 0, b = 0, c = 0, got = 0;");
        text.Add("var spinner = new SpinWait();");
        Body(index);
        text.Add(Result(index) + ";");
        text.Close();
    }

    void Body(int index)
    {
        if (Of(index) == Kind.Async && !HasAwait(index)) text.Add("await Task.CompletedTask;");
        new BlockPrinter(text, program.Participants[index], index, isReal, helpers)
            .Print(program.Participants[index].Body);
    }

    bool HasAwait(int index) => FuzzProgram.All(program.Participants[index].Body).OfType<Perform>()
        .Any(p => p.Access.Deed is Deed.AwaitYield or Deed.AwaitDelay or Deed.WaitPermit
            or Deed.AwaitCompletion);

    static string Name(int index) => index switch { 0 => "Zero", 1 => "One", _ => "Two" };

    static string Result(int index) => "return a * 10000 + b * 100 + c";

    void Run()
    {
        text.Open($"public static {(program.IsAsync ? "async Task<int[]>" : "int[]")} Run()");
        text.Add("var s = new State();");
        for (var i = 0; i < program.Participants.Count; i++) Create(i);
        var all = Enumerable.Range(0, program.Participants.Count).ToList();
        var others = all.Where(i => Of(i) != Kind.Main).ToList();
        foreach (var i in others.Where(i => Of(i) == Kind.Thread)) text.Add($"t{i}.Start();");
        if (others.Count < program.Participants.Count)
            text.Add((program.Participants[0].Captures ? "t0();" : "r0 = Zero(s);") + End(0));
        if (program.IsAsync && program.Seed % 2 == 0)
            text.Add($"await Task.WhenAll({string.Join(", ", others.Select(i => $"t{i}"))});");
        else
            foreach (var i in others)
                text.Add(Of(i) == Kind.Thread ? $"t{i}.Join();"
                    : program.IsAsync ? $"await t{i};" : $"t{i}.Wait();");
        text.Add("return [s.X, s.Y, s.Z, s.P, s.Q, "
            + string.Join(", ", all.Select(Outcome)) + "];");
        text.Close();
    }

    /// <summary>The same with an assertion: that certain results don't come.</summary>
    void Checked()
    {
        text.Open(program.IsAsync ? "public static async Task Checked(int[] forbidden)"
            : "public static void Checked(int[] forbidden)");
        text.Add($"var results = {(program.IsAsync ? "await " : "")}Run();");
        var count = FuzzProgram.Variables + FuzzProgram.Plains + program.Participants.Count;
        var same = Enumerable.Range(0, count)
            .Select(i => $"results[{i}] == forbidden[{i}]");
        text.Add($"if ({string.Join(" && ", same)})");
        text.Add($"    throw new InvalidOperationException(\"{Forbidden}\");");
        text.Close();
    }

    public const string Forbidden = "a forbidden outcome";

    Kind Of(int index) => program.Participants[index].Kind;

    string Outcome(int i) => program.Participants[i].Captures
        ? $"a{i} * 10000 + b{i} * 100 + c{i}" : $"r{i}";

    string End(int index) => isReal ? $" Gate.End({index});" : "";

    void Create(int i)
    {
        var (kind, captures, _) = program.Participants[i];
        var (head, tail) = kind switch
        {
            Kind.Main => ($"Action t{i} = () =>", ";"),
            Kind.Thread when isReal =>
                ($"var t{i} = new Thread(Gate.Body({i}, () =>", ")) { IsBackground = true };"),
            Kind.Thread => ($"var t{i} = new Thread(() =>", ");"),
            Kind.Task => ($"var t{i} = Task.Run(() =>", ");"),
            _ => ($"var t{i} = Task.Run(async () =>", ");"),
        };
        if (!captures)
        {
            text.Add($"int r{i} = 0;");
            if (kind == Kind.Main) return;
            var call = kind == Kind.Async ? $"await {Name(i)}(s)" : $"{Name(i)}(s)";
            text.Add($"{head} {{ r{i} = {call};{End(i)} }}{tail}");
            return;
        }
        text.Add($"int a{i} = 0, b{i} = 0, c{i} = 0, got{i} = 0;");
        text.Add($"var spinner{i} = new SpinWait();");
        text.Open(head);
        Body(i);
        if (isReal && kind != Kind.Main) text.Add($"Gate.End({i});");
        text.Close(tail);
    }
}
