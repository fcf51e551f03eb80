using System.Reflection;
using System.Runtime.Loader;
using Interleavings.Models;
using Interleavings.Tests.Features;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Weaving;

namespace Interleavings.Tests.Weaving;

/// <summary>
/// A program that calls every instance member that a model stands in for, on null: a method for each
/// member, woven like any other.
/// </summary>
sealed class MembersOnNull
{
    const BindingFlags instance =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    const BindingFlags standIn =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly;

    MembersOnNull(IReadOnlyList<(string Member, Action Call)> calls, IReadOnlyList<string> missing) =>
        (Calls, Missing) = (calls, missing);

    /// <summary>Calls that reach a stand-in, each of another member.</summary>
    public IReadOnlyList<(string Member, Action Call)> Calls { get; }

    /// <summary>Stand-ins for instance members that no call reaches.</summary>
    public IReadOnlyList<string> Missing { get; }

    public static MembersOnNull Make()
    {
        var members = Modelled().SelectMany(m => MembersOf(m.Type)).Distinct()
            .SelectMany(m => (bool[])(m.ReturnType == typeof(void) ? [false] : [false, true]),
                (member, isDropped) => (Member: member, IsDropped: isDropped))
            .ToList();
        var woven = Weave(members);
        var reached = Snippet.Methods(woven)
            .Select(m => (m.Name, StandIn: m.Body.Instructions
                .Where(i => i.OpCode.Code == Code.Call).Select(i => (MethodReference)i.Operand)
                .FirstOrDefault(c => c.DeclaringType.Namespace == "Interleavings.Models")))
            .Where(m => m.StandIn is not null)
            .ToDictionary(m => m.Name, m => m.StandIn!.Resolve().MetadataToken.ToInt32());
        var type = new AssemblyLoadContext(null)
            .LoadFromStream(new MemoryStream(woven.Dll)).GetType("Program", throwOnError: true)!;
        return new(
            [.. members.Index().Where(m => reached.ContainsKey(Name(m.Index))).Select(m => (
                $"{m.Item.Member.DeclaringType}: {m.Item.Member}",
                type.GetMethod(Name(m.Index))!.CreateDelegate<Action>()))],
            [.. Modelled().SelectMany(m => m.Model.GetMethods(standIn)
                    .Where(s => StandsForInstanceOf(s, m.Type) && !reached.ContainsValue(s.MetadataToken))
                    .Select(s => $"{m.Model.Name}: {s}"))]);
    }

    static IEnumerable<(Type Type, Type Model)> Modelled() =>
        from model in typeof(ModelsAttribute).Assembly.GetTypes()
        from models in model.GetCustomAttributes<ModelsAttribute>()
        where !models.Type.IsValueType
        select (models.Type, model);

    static IEnumerable<MethodInfo> MembersOf(Type type)
    {
        var closed = type.IsGenericTypeDefinition
            ? type.MakeGenericType([.. type.GetGenericArguments().Select(Argument)]) : type;
        return closed.GetMethods(instance)
            .Where(m => m.DeclaringType == closed && (m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly))
            .Select(m => m.IsGenericMethodDefinition
                ? m.MakeGenericMethod([.. m.GetGenericArguments().Select(Argument)]) : m);
    }

    static Type Argument(Type parameter) =>
        parameter.GetGenericParameterConstraints().Contains(typeof(Delegate)) ? typeof(Action)
        : parameter.GenericParameterAttributes.HasFlag(
            System.Reflection.GenericParameterAttributes.ReferenceTypeConstraint)
            ? typeof(string) : typeof(int);

    /// <summary>Its first parameter is the receiver: the member has one less, and no site.</summary>
    static bool StandsForInstanceOf(MethodInfo standIn, Type type)
    {
        var name = standIn.GetCustomAttribute<ResultDroppedAttribute>()?.Member ?? standIn.Name;
        var count = standIn.GetParameters().Length - 2;
        return type.GetMethods(instance)
            .Any(m => m.Name == name && m.GetParameters().Length == count);
    }

    static string Name(int index) => $"Call{index}";

    static WovenImage Weave(IReadOnlyList<(MethodInfo Member, bool IsDropped)> members)
    {
        using var module = ModuleDefinition.CreateModule("Members", ModuleKind.Dll);
        var program = new TypeDefinition("", "Program",
            Mono.Cecil.TypeAttributes.Public | Mono.Cecil.TypeAttributes.Abstract
                | Mono.Cecil.TypeAttributes.Sealed,
            module.TypeSystem.Object);
        module.Types.Add(program);
        foreach (var (index, (member, isDropped)) in members.Index())
            program.Methods.Add(Calling(module, Name(index), member, isDropped));
        using var dll = new MemoryStream();
        using var pdb = new MemoryStream();
        module.Write(dll, new WriterParameters
        {
            WriteSymbols = true,
            SymbolWriterProvider = new PortablePdbWriterProvider(),
            SymbolStream = pdb,
        });
        return Weaver.Weave(dll.ToArray(), pdb.ToArray(), Compiled.Framework);
    }

    /// <param name="isDropped">A result that nobody looks at may have a stand-in of its own.</param>
    static MethodDefinition Calling(
        ModuleDefinition module, string name, MethodInfo member, bool isDropped)
    {
        var method = new MethodDefinition(name,
            Mono.Cecil.MethodAttributes.Public | Mono.Cecil.MethodAttributes.Static,
            module.TypeSystem.Void);
        method.Body.InitLocals = true;
        var il = method.Body.GetILProcessor();
        il.Emit(OpCodes.Ldnull);
        foreach (var parameter in member.GetParameters().Select(p => p.ParameterType))
        {
            var type = parameter.IsByRef ? parameter.GetElementType()! : parameter;
            il.Emit(parameter.IsByRef ? OpCodes.Ldloca : OpCodes.Ldloc, Variable(type));
        }
        il.Emit(OpCodes.Callvirt, module.ImportReference(member));
        if (isDropped) il.Emit(OpCodes.Pop);
        else if (member.ReturnType != typeof(void)) il.Emit(OpCodes.Stloc, Variable(member.ReturnType));
        il.Emit(OpCodes.Ret);
        return method;

        VariableDefinition Variable(Type type)
        {
            var variable = new VariableDefinition(module.ImportReference(type));
            method.Body.Variables.Add(variable);
            return variable;
        }
    }
}
