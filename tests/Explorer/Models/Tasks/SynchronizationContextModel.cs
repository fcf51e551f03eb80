using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>
/// Contexts that the program makes run their own code; the base class's posts to the pool.
/// </summary>
[Models(typeof(SynchronizationContext))]
public static class SynchronizationContextModel
{
    public static SynchronizationContext? get_Current(string site)
    {
        Hook.DependsOnThread();
        return SynchronizationContext.Current;
    }

    public static void Post(SynchronizationContext context, SendOrPostCallback d, object? state,
        string site)
    {
        if (Hook.Current is not null && context.GetType() == typeof(SynchronizationContext))
            ThreadPoolModel.QueueUserWorkItem(s => d(s), state, site);
        else
            context.Post(d, state);
    }

    public static void base_Post(
        SynchronizationContext context, SendOrPostCallback d, object? state, string site)
    {
        if (Hook.Current is not null) ThreadPoolModel.QueueUserWorkItem(s => d(s), state, site);
        else ThreadPool.QueueUserWorkItem(static item => item.d(item.state), (d, state), false);
    }

    public static void base_Send(
        SynchronizationContext context, SendOrPostCallback d, object? state, string site) => d(state);

    public static void Send(SynchronizationContext context, SendOrPostCallback d, object? state,
        string site) =>
        context.Send(d, state);
}
