using Mono.Cecil.Cil;

namespace Effects;

// Where references are kept, loaded and returned.
sealed partial class MethodAnalysis
{
    int Site(Instruction at)
    {
        if (!sites.TryGetValue(at, out var id))
            sites[at] = id = Static + 1 + variables + sites.Count;
        return id;
    }

    bool IsSite(int id) => id > Static + variables;

    Places Content(int id) => contents.GetValueOrDefault(id);

    void Put(int id, Places added)
    {
        var known = Content(id);
        if (known.Includes(added))
            return;
        contents[id] = known | added;
        changed = true;
    }

    /// <summary>The addressed variables' content: a struct that is loaded is the variable.</summary>
    Places Same(Places address)
    {
        var same = Places.None;
        foreach (var id in address.Numbers())
            if (!IsVariable(id))
                same |= Places.Of(id);
        return same;
    }

    Places Load(Places from)
    {
        var loaded = Places.None;
        foreach (var id in from.Numbers())
        {
            if (id < Static)
            {
                summary.Add(id / 2, id % 2 == 0 ? ParameterEffects.ReadsOwn : ParameterEffects.ReadsDeep);
                // What has been stored there, by the even number's content.
                loaded |= Places.Of(id | 1) | Content(id & ~1);
            }
            else if (id == Static)
                loaded |= Places.Of(Static);
            else
                loaded |= IsVariable(id) ? Content(id) : Content(id) | Places.Of(id);
        }
        return loaded;
    }

    void Store(Places to, Places stored)
    {
        foreach (var id in to.Numbers())
        {
            if (id < Static)
            {
                summary.Add(id / 2, id % 2 == 0 ? ParameterEffects.WritesOwn : ParameterEffects.WritesDeep);
                Keep(id / 2, stored);
            }
            else if (id == Static)
                Escape(stored);
            else if (!stored.IsEmpty)
                Put(id, stored);
        }
    }

    void Keep(int holder, Places stored)
    {
        if (stored.IsEmpty)
            return;
        var others = Places.None;
        foreach (var id in stored.Numbers())
            if (id >= Static || !summary.IsItem[id / 2])
                others |= Places.Of(id);
        Put(2 * holder, others);
        var kept = Places.None;
        foreach (var id in Reachable(stored).Numbers())
            if (id < Static && id / 2 != holder)
            {
                kept |= Places.Of(id / 2);
                summary.Add(id / 2, ParameterEffects.Keeps);
            }
        summary.Keep(holder, kept);
    }

    void Escape(Places stored)
    {
        foreach (var id in stored.Numbers())
            if (id < Static)
                summary.Add(id / 2, ParameterEffects.Keeps);
    }

    /// <summary>These and all that the objects made here and the variables among them lead to.</summary>
    Places Reachable(Places from)
    {
        var all = from;
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var id in all.Numbers().ToList())
                if (id > Static && !all.Includes(Content(id)))
                {
                    all |= Content(id);
                    grown = true;
                }
        }
        return all;
    }

    /// <summary>What a callee reaches by following at least one reference.</summary>
    Places Deep(Places from)
    {
        var first = Places.None;
        foreach (var id in from.Numbers())
            first |= id < Static ? Places.Of(id | 1) | Content(id & ~1)
                : id == Static ? Places.Of(Static)
                : Content(id);
        return Reachable(first);
    }

    void Return(Places returned)
    {
        foreach (var id in returned.Numbers())
        {
            if (id < Static)
                summary.Return(Places.Of(id));
            else if (IsSite(id) || IsVariable(id))
            {
                var holds = Places.None;
                foreach (var held in Reachable(Content(id)).Numbers())
                    if (held < Static)
                        holds |= Places.Of(held);
                summary.ReturnNew(holds);
            }
        }
    }
}
