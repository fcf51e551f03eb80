namespace Interleavings.Scheduling;

/// <summary>What the system's library may offer or not: a kind of machine that nobody has tried.</summary>
internal static class Native
{
    /// <returns>Whether the calls are there, and do what they should.</returns>
    internal static bool Works(Func<bool> attempt)
    {
        try
        {
            return attempt();
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }
}
