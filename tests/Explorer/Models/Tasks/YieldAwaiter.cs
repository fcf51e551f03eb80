using System.Runtime.CompilerServices;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>What <c>Task.Yield()</c> gives, and its awaiter: lets others go first.</summary>
[Replaces("System.Runtime.CompilerServices.YieldAwaitable")]
[Replaces("System.Runtime.CompilerServices.YieldAwaitable/YieldAwaiter")]
public readonly struct YieldAwaiter : ICriticalNotifyCompletion, IExploredAwaiter
{
    private readonly string _site;

    internal YieldAwaiter(string site) => _site = site;

    /// <summary>Never: that is what it is for.</summary>
    public bool IsCompleted => false;

    /// <summary>The same, asked by hand.</summary>
    public bool HasEnded => false;

    /// <summary>Itself.</summary>
    public YieldAwaiter GetAwaiter() => this;

    /// <summary>Nothing.</summary>
    public void GetResult()
    {
    }

    /// <summary>Calls <paramref name="continuation"/> later.</summary>
    public void OnCompleted(Action continuation)
    {
        if (Hook.Current is { } operation) Callback.When(operation, null, continuation, true, _site);
        else default(YieldAwaitable.YieldAwaiter).OnCompleted(continuation);
    }

    /// <summary>The same.</summary>
    public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);

    Task? IExploredAwaiter.Task => null;

    bool IExploredAwaiter.IsSourced => false;

    bool IExploredAwaiter.Captures => true;

    string IExploredAwaiter.Site => _site;

    void IExploredAwaiter.WhenCompleted(Action continuation) => OnCompleted(continuation);
}
