namespace Soundness.Programs;

/// <summary>The kinds of access that a program draws from: few, so that many conflict.</summary>
static class Themes
{
    static readonly Deed[] atomics =
    [
        Deed.Read, Deed.Read, Deed.Read, Deed.Write, Deed.Write, Deed.Exchange,
        Deed.CompareExchange, Deed.CompareExchange, Deed.Yield,
    ];

    static readonly Deed[][] all =
    [
        [Deed.Increment],
        [Deed.ReadPlain, Deed.ReadPlain, Deed.WritePlain, Deed.WritePlain],
        [Deed.ReadPlain, Deed.WritePlain, Deed.Pulse, Deed.PulseAll, Deed.PulseAll],
        [Deed.WaitPermit, Deed.TryPermit, Deed.TryPermit, Deed.ReleasePermit, Deed.ReleasePermit],
        [Deed.TryPermit, Deed.TryPermitTimed, Deed.ReleasePermit, Deed.ReleasePermit],
        [
            Deed.SetEvent, Deed.SetEvent, Deed.ResetEvent, Deed.AwaitEvent, Deed.IsEventSet,
            Deed.AwaitEventTimed,
        ],
        [Deed.Enqueue, Deed.Enqueue, Deed.TryDequeue, Deed.TryDequeue, Deed.CountQueue],
        [Deed.Complete, Deed.AwaitCompletion, Deed.IsCompleted],
        [Deed.ReadStatic, Deed.ReadStatic, Deed.ReadStatic],
    ];

    static readonly Deed[] own =
        [Deed.ReadOwn, Deed.ReadOwn, Deed.ReadOwn, Deed.WriteOwn, Deed.WriteOwn];

    public static List<Deed> Urn(Random random, bool hasPool)
    {
        List<Deed> urn = [.. atomics];
        for (var i = random.Next(0, 3); i > 0; i--) urn.AddRange(all[random.Next(all.Length)]);
        if (hasPool && random.Next(100) < 20) urn.AddRange(own);
        if (random.Next(100) < 8) urn.AddRange(Enumerable.Repeat(Deed.CallUnwoven, 3));
        return urn;
    }
}
