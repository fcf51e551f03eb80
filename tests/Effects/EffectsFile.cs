using System.Text;
using Mono.Cecil;

namespace Effects;

/// <summary>
/// One line a type: its public members, by name and number of parameters, each with a letter for the
/// receiver (a dot if there is none) and for each parameter.
/// </summary>
/// <remarks>
/// <c>-</c> nothing, <c>k</c> keeps the reference, <c>r</c> reads the content, <c>w</c> writes it,
/// <c>c</c> calls it back. After it: <c>=1</c> returns that parameter, <c>&gt;0</c> a view of the
/// receiver, <c>?</c> not every callee could be followed. Overloads with as many parameters share an
/// entry, with the larger of their effects. Members that do nothing are left out.
/// </remarks>
static class EffectsFile
{
    public static List<string> Of(
        Framework framework, IEnumerable<AssemblyDefinition> assemblies, Analysis analysis)
    {
        List<string> lines = [];
        foreach (var type in assemblies.SelectMany(a => a.MainModule.GetTypes()).Where(IsPublic))
        {
            var members = type.Methods
                .Where(m => (m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly) && !m.IsAbstract || m.IsAbstract)
                .Where(m => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly)
                .GroupBy(m => $"{m.Name}/{m.Parameters.Count}")
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (g.Key, All: g.SelectMany(m => Summaries(m, framework, analysis))))
                .Select(g => $"{g.Key}:{Entry([.. g.All])}")
                .Where(e => e.AsSpan(e.IndexOf(':') + 1).ContainsAnyExcept('-', '.'))
                .ToList();
            lines.Add($"{type.FullName.Replace('/', '+')} {string.Join(' ', members)}".TrimEnd());
        }
        lines.Sort(StringComparer.Ordinal);
        lines.Insert(0, $"# computed from Microsoft.NETCore.App {Framework.Version}");
        return lines;
    }

    /// <summary>Of an abstract member, those of all that implement it.</summary>
    static IEnumerable<(MethodDefinition, MethodEffects)> Summaries(
        MethodDefinition method, Framework framework, Analysis analysis) =>
        method.IsAbstract && framework.Targets(method) is { Count: > 0 } targets
            ? targets.Select(t => (method, analysis.Of(t)))
            : [(method, analysis.Of(method))];

    static bool IsPublic(TypeDefinition type) =>
        (type.IsPublic || type.IsNestedPublic && IsPublic(type.DeclaringType))
        && type.BaseType?.FullName != "System.MulticastDelegate" && !type.IsEnum && !type.IsInterface
        && !type.Namespace.StartsWith("System.Runtime.Intrinsics", StringComparison.Ordinal);

    static string Entry(List<(MethodDefinition Method, MethodEffects MethodEffects)> overloads)
    {
        var text = new StringBuilder();
        var first = overloads[0].Method;
        text.Append(first.HasThis ? Letter(overloads, 0, null) : '.');
        for (var i = 0; i < first.Parameters.Count; i++)
            text.Append(Letter(overloads, i + (first.HasThis ? 1 : 0), i));
        var returned = Places.None;
        var viewed = Places.None;
        foreach (var (_, s) in overloads)
            foreach (var id in s.Returned.Numbers())
                if (id % 2 == 0)
                    returned |= Places.Of(id / 2);
                else
                    viewed |= Places.Of(id / 2);
        foreach (var (_, s) in overloads)
            foreach (var id in s.NewHolds.Numbers())
                viewed |= Places.Of(id / 2);
        foreach (var id in returned.Numbers())
            text.Append('=').Append(id);
        foreach (var id in viewed.Numbers())
            if (!returned.Has(id))
                text.Append('>').Append(id);
        if (overloads.Any(o => o.MethodEffects.IsAssumed))
            text.Append('?');
        return text.ToString();
    }

    static char Letter(List<(MethodDefinition Method, MethodEffects MethodEffects)> overloads, int index, int? parameter)
    {
        var effect = ParameterEffects.None;
        foreach (var (method, summary) in overloads)
            if (index < summary.Effects.Length)
            {
                var own = summary.Effects[index];
                // Of a struct, or through an address, the variable itself is another pass's concern.
                if (parameter is { } p && method.Parameters[p].ParameterType is ByReferenceType)
                    own &= ~(ParameterEffects.ReadsOwn | ParameterEffects.WritesOwn);
                if (parameter is { } q && Leads.Nowhere(method.Parameters[q].ParameterType))
                    own = ParameterEffects.None;
                if (parameter is { } r && Corrections.OnlyReads(method, method.Parameters[r]))
                    own = (own & ParameterEffects.Writes) == 0 ? own : own & ~ParameterEffects.Writes | ParameterEffects.Reads;
                effect |= own;
            }
        return (effect & ParameterEffects.Writes) != 0 ? 'w' : (effect & ParameterEffects.Reads) != 0 ? 'r'
            : (effect & ParameterEffects.CallsBack) != 0 ? 'c' : (effect & ParameterEffects.Keeps) != 0 ? 'k' : '-';
    }
}
