using Mono.Cecil;

namespace Effects;

/// <summary>The summaries of all methods that are reached, to a fixpoint.</summary>
sealed class Analysis(Framework framework)
{
    const int MostRounds = 12;

    readonly Dictionary<MethodDefinition, MethodEffects> summaries = [];
    readonly Dictionary<MethodDefinition, HashSet<MethodDefinition>> callers = [];
    readonly Queue<MethodDefinition> pending = [];
    readonly HashSet<MethodDefinition> queued = [];
    readonly Dictionary<MethodDefinition, int> runs = [];
    MethodDefinition? current;

    public int Count => summaries.Count;

    public MethodEffects Of(MethodDefinition method)
    {
        var summary = Get(method);
        while (pending.TryDequeue(out var next))
        {
            queued.Remove(next);
            Run(next);
        }
        return summary;
    }

    MethodEffects Get(MethodDefinition method)
    {
        if (current is not null)
        {
            if (!callers.TryGetValue(method, out var known))
                callers[method] = known = [];
            known.Add(current);
        }
        if (summaries.TryGetValue(method, out var summary))
            return summary;
        summaries[method] = summary =
            new(method.Parameters.Count + (method.HasThis ? 1 : 0));
        if (ByHand.Find(method) is { } told)
            return summaries[method] = told;
        for (var i = 0; i < method.Parameters.Count; i++)
            summary.IsItem[i + (method.HasThis ? 1 : 0)] = Leads.IsItem(method.Parameters[i].ParameterType);
        if (method.HasBody && queued.Add(method))
            pending.Enqueue(method);
        return summary;
    }

    void Run(MethodDefinition method)
    {
        var summary = summaries[method];
        var count = runs[method] = runs.GetValueOrDefault(method) + 1;
        var version = summary.Version;
        current = method;
        new MethodAnalysis(method, summary, framework, Get).Run();
        current = null;
        if (summary.Version == version || count > MostRounds)
            return;
        foreach (var caller in callers.GetValueOrDefault(method) ?? [])
            if (queued.Add(caller))
                pending.Enqueue(caller);
    }
}
