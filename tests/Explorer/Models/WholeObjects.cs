using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleavings.Exploration;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>Calls that read all fields of an object at once: <c>MemberwiseClone</c>.</summary>
internal static class WholeObjects
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public
        | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly ConditionalWeakTable<Type, Field[]> Known = [];

    private delegate nint Offset(object owner);

    internal static void Read(Operation operation, object self, string site)
    {
        if (operation.Trial is { } trial && trial.Owns(operation, self)) return;
        var touched = new Touched(operation, site);
        var memory = operation.Execution.Memory;
        var isExposed = memory.IsExposed(self);
        foreach (var field in Known.GetValue(self.GetType(), static type => [.. FieldsOf(type)]))
        {
            if (field.IsReadOnly && !isExposed) continue;
            var start = field.Start(self);
            for (var i = 0; i < field.Layout.Count; i++)
            {
                var cell = start + field.Layout[i].Start;
                touched.Add(memory.Of(self, cell, operation), AccessMode.Read);
            }
        }
        if (!WovenAssemblies.HoldsAll(self.GetType())) touched.Add(self, AccessMode.Read);
        touched.Perform();
    }

    private static IEnumerable<Field> FieldsOf(Type type)
    {
        for (var t = type; t is not null && WovenAssemblies.IsWoven(t.Assembly); t = t.BaseType)
        {
            var fields = t.GetFields(Declared)
                .Where(f => !f.Name.StartsWith("<>", StringComparison.Ordinal));
            if (t.IsExplicitLayout)
            {
                if (fields.FirstOrDefault() is not { } first) continue;
                var lead = first.GetCustomAttribute<FieldOffsetAttribute>()!;
                var start = StartOf(first);
                yield return new(owner => start(owner) - lead.Value, Layout.OfUnion(t), false);
                continue;
            }
            foreach (var field in fields)
                yield return new(StartOf(field), LayoutOf(field.FieldType), field.IsInitOnly);
        }
    }

    private static Layout LayoutOf(Type type) =>
        !type.IsValueType || type.IsPointer || type.IsFunctionPointer ? Layout.OfCell(nint.Size)
        : Layout.Of(type, ElementSizes.Of(type.MakeArrayType()));

    private static Offset StartOf(FieldInfo field)
    {
        var method = new DynamicMethod("", typeof(nint), [typeof(object)],
            typeof(WholeObjects).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldflda, field);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, typeof(RawObject).GetMethod(
            nameof(RawObject.FirstByte), BindingFlags.NonPublic | BindingFlags.Static)!);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Offset>();
    }

    private readonly record struct Field(Offset Start, Layout Layout, bool IsReadOnly);
}
