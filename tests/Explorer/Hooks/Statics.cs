using Interleavings.Scheduling;

namespace Interleavings.Hooks;

/// <summary>
/// The static initializers of the woven types, by number. They belong to the process, as static
/// fields do.
/// </summary>
internal static class Statics
{
    private static readonly Lock Gate = new();

    /// <summary>At 0, one that does nothing: for a type whose number is not stored yet.</summary>
    private static StaticInitializer[] s_types = [new(static () => { }, 0)];
    private static int s_last;
    private static long s_stamp;

    /// <summary>A number for an execution that no other of this process has.</summary>
    internal static long NextStamp() => Interlocked.Increment(ref s_stamp);

    internal static int Register(Action initialize)
    {
        lock (Gate)
        {
            var number = ++s_last;
            var types = s_types;
            if (number == types.Length) Array.Resize(ref types, number * 2);
            types[number] = new(initialize, number);
            s_types = types;
            return number;
        }
    }

    /// <summary>Once its number has been stored: <see cref="StaticInitializer.Prepare"/>.</summary>
    internal static void Prepare(int number) => s_types[number].Prepare();

    /// <summary>
    /// The operation uses the type, which may run its initializer, or wait for the end of it.
    /// </summary>
    /// <exception cref="TypeInitializationException">
    /// The initializer has failed in this execution, now or before.
    /// </exception>
    internal static void Use(int number, Operation user, string site)
    {
        var type = s_types[number];
        user.Trial?.Uses(number);
        if (type.ReadyFor != user.Execution.Stamp) type.Use(user, site);
    }

    /// <summary>The same outside an execution.</summary>
    internal static void UseOutside(int number) => s_types[number].UseOutside();
}
