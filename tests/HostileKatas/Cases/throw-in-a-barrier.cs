// hostile: an exception in what a barrier does between phases -> BarrierPostPhaseException escaped from
public static class Kata
{
    public static void Run()
    {
        using var barrier = new Barrier(1, _ => throw new InvalidOperationException("between"));
        barrier.SignalAndWait();
    }
}
