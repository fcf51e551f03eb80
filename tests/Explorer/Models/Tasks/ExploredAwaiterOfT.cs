using System.Runtime.CompilerServices;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>What <c>await</c> asks of a task with a result, with or without a configuration.</summary>
[Replaces("System.Runtime.CompilerServices.TaskAwaiter`1")]
[Replaces("System.Runtime.CompilerServices.ConfiguredTaskAwaitable`1/ConfiguredTaskAwaiter")]
[Replaces("System.Runtime.CompilerServices.ValueTaskAwaiter`1")]
[Replaces("System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable`1/ConfiguredValueTaskAwaiter")]
public struct ExploredAwaiter<T> : ICriticalNotifyCompletion, IExploredAwaiter
{
    private readonly ValueTask<T> _value;
    private readonly Task<T>? _task;
    private readonly ConfigureAwaitOptions _options;
    private readonly string _site;
    private readonly bool _isValue;

    // What has been asked whether it is complete need not be waited for any more.
    private bool _wasAsked;

    internal ExploredAwaiter(Task<T> task, ConfigureAwaitOptions options, string site)
    {
        (_task, _options, _site) = (task, options, site);
    }

    internal ExploredAwaiter(ValueTask<T> value, ConfigureAwaitOptions options, string site)
    {
        (_value, _options, _site, _isValue) = (value, options, site, true);
        _task = ValueTaskParts<T>.Task(value);
    }

    /// <summary>Whether there is nothing to wait for.</summary>
    public bool IsCompleted
    {
        get
        {
            _wasAsked = true;
            if (_options.HasFlag(ConfigureAwaitOptions.ForceYielding)) return false;
            if (_task is null) return _value.IsCompleted;
            if (Hook.Current is not { } operation) return _task.IsCompleted;
            return Completion.Of(operation, _task, _site) is not { } completion
                || !AsyncMethods.WaitsOnItsOwn(operation)
                && Tasks.IsComplete(operation, completion, _site);
        }
    }

    /// <summary>The same, asked by hand: an await asks <see cref="IsCompleted"/>.</summary>
    public bool HasEnded
    {
        get
        {
            _wasAsked = true;
            if (_options.HasFlag(ConfigureAwaitOptions.ForceYielding)) return false;
            return _task is null ? _value.IsCompleted
                : Hook.Current is { } operation ? Tasks.IsComplete(operation, _task, _site)
                : _task.IsCompleted;
        }
    }

    /// <summary>The result; waits for it if nobody has asked before.</summary>
    public T GetResult()
    {
        if (Hook.Current is { } operation && _task is { } task)
        {
            if (_isValue) ValueTaskParts.Take(operation, task, _wasAsked, _site);
            else if (!_wasAsked) Tasks.Wait(operation, task, _site);
            Faulted.Observe(operation, task);
        }
        return _task is null ? _value.GetAwaiter().GetResult()
            : _task.GetAwaiter().GetResult();
    }

    /// <summary>Calls <paramref name="continuation"/> when it is complete.</summary>
    public void OnCompleted(Action continuation)
    {
        if (Hook.Current is { } operation && _task is { } task)
            Callback.When(operation, task, continuation, Captures, _site);
        else if (_task is not null)
            _task.ConfigureAwait(_options & ConfigureAwaitOptions.ContinueOnCapturedContext)
                .GetAwaiter().OnCompleted(continuation);
        else
            _value.ConfigureAwait(Captures).GetAwaiter().OnCompleted(continuation);
    }

    /// <summary>The same.</summary>
    public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);

    readonly Task? IExploredAwaiter.Task => _task;

    readonly bool IExploredAwaiter.IsSourced => _task is null;

    readonly string IExploredAwaiter.Site => _site;

    readonly bool IExploredAwaiter.Captures => Captures;

    readonly void IExploredAwaiter.WhenCompleted(Action continuation) =>
        _value.ConfigureAwait(Captures).GetAwaiter().UnsafeOnCompleted(continuation);

    private readonly bool Captures => _options.HasFlag(ConfigureAwaitOptions.ContinueOnCapturedContext);
}
