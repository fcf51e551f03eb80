namespace Commutation.Real;

/// <summary>
/// A call that never ends must not stop the gate, so each pair has a thread and a time limit.
/// </summary>
static class TimeLimit
{
    static readonly TimeSpan limit = TimeSpan.FromMinutes(5);

    /// <exception cref="TimeoutException">Names the pair, to be left out.</exception>
    public static T Within<T>(string name, Func<T> run)
    {
        T? result = default;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = run();
            }
            catch (Exception e)
            {
                failure = e;
            }
        }) { IsBackground = true };
        thread.Start();
        if (!thread.Join(limit))
            throw new TimeoutException($"{name} never ends: name one of the calls in Exclusions.");
        return failure is null ? result!
            : throw new InvalidOperationException($"{name}: {failure.Message}", failure);
    }
}
