using Interleavings.Hooks;
using Interleavings.Tests.Weaving;
using Mono.Cecil;
using Mono.Cecil.Cil;
using NUnit.Framework;
using Shouldly;
using Verification;
using OptimizationLevel = Microsoft.CodeAnalysis.OptimizationLevel;

namespace Interleavings.Tests.Verifying;

/// <summary>The verifier sees what a weaver could break: each break is made on purpose.</summary>
public class VerifierTests
{
    const string source = """
        public class Program
        {
            int count; string[] names = ["a"]; readonly object gate = new();
            static T First<T>(T[] from) => from[0];
            public static int Run() => new Program().Work(3);
            int Work(int n)
            {
                lock (gate) { try { count += n; names[0] = names[0] + n; } finally { n = 0; } }
                System.Func<string> f = names[0].Trim;
                return count + f().Length + First(names).Length;
            }
        }
        public class Other { int hidden; public int Get() => hidden; }
        public ref struct Window { public System.Span<int> Over; }
        """;

    static readonly Snippet snippet = Snippet.Weave(source, OptimizationLevel.Release);

    static IEnumerable<TestCaseData> Breaks()
    {
        yield return Break("stack depth", (il, body) => il.Remove(First(body, Code.Dup)));
        yield return Break("paths that meet", (il, body) => il.InsertBefore(
            body.ExceptionHandlers[0].HandlerStart.Next, il.Create(OpCodes.Brtrue, body.Instructions[^1])),
            "paths that meet", "stack depth", "exception block");
        yield return Break("stack type", (il, body) => HookCall(body, nameof(Hook.Read)).GenericArguments[0] =
            il.Body.Method.Module.TypeSystem.Int64);
        yield return Break("exception block", (il, body) => il.InsertBefore(
            body.ExceptionHandlers[0].TryStart.Next, il.Create(OpCodes.Br, body.Instructions[^1])));
        yield return Break("exception block", (il, body) => il.InsertBefore(
            body.ExceptionHandlers[0].TryStart, il.Create(OpCodes.Ldnull)));
        yield return Break("end of the method", (il, body) => il.Remove(body.Instructions[^1]));
        yield return Break("locals without init", (il, body) => body.InitLocals = false);
        yield return Break("access", (il, body) => AtStart(il,
            il.Create(OpCodes.Ldnull),
            il.Create(OpCodes.Ldfld, body.Method.Module.GetType("Other").Fields[0]),
            il.Create(OpCodes.Pop)));
        yield return Break("type argument", (il, body) => HookCall(body, nameof(Hook.Read))
            .GenericArguments[0] = body.Method.Module.GetType("Window"), "type argument");
        yield return Break("read-only address", (il, body) => AtStart(il, [
            .. Address(il, body), il.Create(OpCodes.Ldstr, ""),
            il.Create(OpCodes.Call, Hooked(body, nameof(Hook.ReadRef), body.Method.Module.TypeSystem.String))]));
        yield return Break("read-only address", (il, body) => AtStart(il, [
            .. Address(il, body), il.Create(OpCodes.Ldnull), il.Create(OpCodes.Stind_Ref)]));
        yield return Break("unmanaged pointer", (il, body) => AtStart(il,
            il.Create(OpCodes.Ldarga, body.Method.Parameters[0]), il.Create(OpCodes.Conv_U),
            il.Create(OpCodes.Pop)));
        yield return Break("delegate's target", (il, body) => First(body, Code.Ldftn).Operand =
            body.Method.Module.GetType("Other").Methods.First(m => m.Name == "Get"));
        yield return Break("unresolved reference", (il, body) => AtStart(il, il.Create(OpCodes.Call,
            new MethodReference("Missing", body.Method.Module.TypeSystem.Void, body.Method.DeclaringType))));
    }

    [TestCaseSource(nameof(Breaks))]
    public void A_break_is_seen(Action<ILProcessor, MethodBody> make, string[] rules)
    {
        var before = Verifier.Verify(snippet.Plain.Dll, []);
        Verifier.Verify(snippet.Woven.Dll, []).NewSince(before).ShouldBeEmpty("as the weaver left it");

        var found = Verifier.Verify(Broken(make), []).NewSince(before);

        found.Select(f => f.Rule).ShouldContain(rule => rules.Contains(rule));
    }

    [Test]
    public void The_runtime_turns_a_break_down()
    {
        var plain = System.Reflection.Assembly.Load(snippet.Plain.Dll);
        var woven = System.Reflection.Assembly.Load(snippet.Woven.Dll);
        var broken = System.Reflection.Assembly.Load(
            Broken((il, body) => il.Remove(First(body, Code.Dup))));

        Loading.Prepare(woven, plain).Failures.ShouldBeEmpty();
        Loading.Prepare(broken, plain).Failures.ShouldHaveSingleItem().ShouldContain("Work");
    }

    static byte[] Broken(Action<ILProcessor, MethodBody> make)
    {
        using var module = ModuleDefinition.ReadModule(new MemoryStream(snippet.Woven.Dll));
        var body = module.GetType("Program").Methods.Single(m => m.Name == "Work").Body;
        make(body.GetILProcessor(), body);
        using var to = new MemoryStream();
        module.Write(to);
        return to.ToArray();
    }

    static TestCaseData Break(
        string rule, Action<ILProcessor, MethodBody> make, params string[] rules) =>
        new TestCaseData(make, rules.Length == 0 ? (string[])[rule] : rules)
            .SetArgDisplayNames(rule);

    static Instruction First(MethodBody body, Code code) =>
        body.Instructions.First(i => i.OpCode.Code == code);

    static GenericInstanceMethod HookCall(MethodBody body, string name) => body.Instructions
        .Select(i => i.Operand).OfType<GenericInstanceMethod>().First(m => m.Name == name);

    static GenericInstanceMethod Hooked(MethodBody body, string name, TypeReference argument)
    {
        var known = HookCall(body, nameof(Hook.Read));
        var hook = new GenericInstanceMethod(body.Method.Module.ImportReference(
            typeof(Hook).GetMethod(name)));
        hook.GenericArguments.Add(argument);
        return known.DeclaringType.FullName == hook.DeclaringType.FullName
            ? hook
            : throw new InvalidOperationException("Hooks are not where they were.");
    }

    static Instruction[] Address(ILProcessor il, MethodBody body) =>
    [
        il.Create(OpCodes.Ldarg_0),
        il.Create(OpCodes.Ldfld, body.Method.DeclaringType.Fields.First(f => f.Name == "names")),
        il.Create(OpCodes.Ldc_I4_0),
        il.Create(OpCodes.Readonly),
        il.Create(OpCodes.Ldelema, body.Method.Module.TypeSystem.String),
    ];

    static void AtStart(ILProcessor il, params Instruction[] added)
    {
        var first = il.Body.Instructions[0];
        foreach (var instruction in added)
            il.InsertBefore(first, instruction);
    }
}
