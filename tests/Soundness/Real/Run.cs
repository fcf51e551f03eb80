namespace Soundness.Real;

/// <summary>One run of a program on real threads.</summary>
abstract class Run
{
    volatile bool isGivenUp;
    long arrivals;

    /// <summary>Goes up as long as somebody gets anywhere.</summary>
    public long Arrivals => Volatile.Read(ref arrivals);

    public void Arrive(int participant, int line)
    {
        Interlocked.Increment(ref arrivals);
        if (isGivenUp) throw new GivenUpException();
        Hold(participant, line);
        if (isGivenUp) throw new GivenUpException();
    }

    protected bool IsGivenUp => isGivenUp;

    protected abstract void Hold(int participant, int line);

    public virtual void End(int participant)
    {
    }

    public virtual void Pause()
    {
    }

    /// <summary>Ends what passes another gate.</summary>
    public void GiveUp() => isGivenUp = true;
}
