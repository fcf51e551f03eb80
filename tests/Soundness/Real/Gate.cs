namespace Soundness.Real;

/// <summary>What a program that runs for real passes before each access.</summary>
public static class Gate
{
    static Run? current;

    public static void At(int participant, int line) => current?.Arrive(participant, line);

    public static bool Pass(int participant, int line)
    {
        At(participant, line);
        return true;
    }

    public static void End(int participant) => current?.End(participant);

    /// <summary>A moment inside an access.</summary>
    public static void Pause() => current?.Pause();

    /// <summary>A thread's body; a run that is given up ends it quietly.</summary>
    public static ThreadStart Body(int participant, Action body) => () =>
    {
        try
        {
            body();
        }
        catch (Exception e) when (e is GivenUpException or ThreadInterruptedException)
        {
        }
    };

    /// <summary>One at a time.</summary>
    internal static void Open(Run? run) => current = run;
}

sealed class GivenUpException : Exception;
