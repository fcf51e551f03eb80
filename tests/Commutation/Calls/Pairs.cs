using Commutation.Subjects;

namespace Commutation.Calls;

/// <summary>Chooses the pairs of calls that are run.</summary>
static class Pairs
{
    /// <summary>No type gets more, however many subjects have it.</summary>
    public const int MostOfOneType = 150;

    const int MostOfOneSubject = 60, MostCalls = 40;

    /// <summary>The type that most of a subject's calls are of.</summary>
    public static Type TypeOf(Subject subject) => subject.View?.Type ?? subject.Type;

    /// <summary>How many pairs each subject has.</summary>
    public static int Share(Subject subject) => Math.Min(MostOfOneSubject,
        MostOfOneType / AllSubjects.List.Count(s => TypeOf(s) == TypeOf(subject)));

    /// <summary>
    /// The calls that pairs are made of. The subject's own come first, because there can be more
    /// calls than fit.
    /// </summary>
    public static IReadOnlyList<Call> Calls(Subject subject, int share)
    {
        var all = CallsOf.All(subject);
        var most = Math.Min(MostCalls, share);
        var own = all.Where(c => !c.Name.Contains('x') || subject.View is not null).ToList();
        var chosen = Sample.Of(own, most * 3 / 4).ToHashSet();
        chosen.UnionWith(Sample.Of(all.Except(chosen), most - chosen.Count));
        return [.. all.Where(chosen.Contains)];
    }

    /// <summary>
    /// Each call with itself as far as a third of the pairs, then others; the same in each run.
    /// Most of the others have a call that changes something, because there is more to miss.
    /// </summary>
    /// <param name="changes">Whether a call changes a field.</param>
    public static IEnumerable<(int First, int Second)> Of(
        Subject subject, IReadOnlyList<Call> calls, int share, Func<int, bool> changes)
    {
        uint Number((int First, int Second) pair) => Sample.Number(
            $"{subject.Name}: {calls[pair.First].Name} and {calls[pair.Second].Name}");
        var numbers = Enumerable.Range(0, calls.Count).ToList();
        var twice = numbers.Select(i => (First: i, Second: i)).OrderBy(Number)
            .OrderByDescending(p => changes(p.First)).Take(share / 3).ToList();
        var others = numbers.SelectMany(i => numbers.Where(j => j > i).Select(j => (i, j)))
            .OrderBy(Number).ToList();
        var changing = others.Where(p => changes(p.i) || changes(p.j)).Take(share / 2).ToList();
        return twice.Concat(changing).Concat(others.Except(changing)).Take(share);
    }
}
