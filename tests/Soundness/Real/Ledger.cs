namespace Soundness.Real;

/// <summary>Numbers, from an assembly that is not woven: two callers may get the same.</summary>
public static class Ledger
{
    static int last;

    public static int Next()
    {
        var next = Volatile.Read(ref last) + 1;
        Gate.Pause();
        Volatile.Write(ref last, next);
        return next;
    }

    internal static void Reset() => last = 0;
}
