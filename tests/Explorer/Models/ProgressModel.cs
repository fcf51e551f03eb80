using System.Reflection;
using System.Runtime.CompilerServices;
using Interleavings.Hooks;

namespace Interleavings.Models;

/// <summary>
/// Reports: <see cref="Progress{T}"/> posts each to the context in which it was made, or to the pool;
/// any other has code of its own.
/// </summary>
[Models(typeof(IProgress<>))]
public static class ProgressModel
{
    private static readonly ConditionalWeakTable<Type, object> Overriding = [];

    public static void Report<T>(IProgress<T> progress, T value, string site)
    {
        if (Hook.Current is not null && progress is Progress<T> known
            && !Overrides<T>(known.GetType()))
        {
            OwnProgressModel.base_OnReport(known, value, site);
            return;
        }
        Hook.Seen(progress, "Report", site);
        progress.Report(value);
    }

    private static bool Overrides<T>(Type type) => (bool)Overriding.GetValue(type, static t =>
        t.GetMethod("OnReport", BindingFlags.Instance | BindingFlags.NonPublic)!.DeclaringType
            != typeof(Progress<T>));
}

/// <summary>The base members that a derived class calls, and the event.</summary>
[Models(typeof(Progress<>))]
public static class OwnProgressModel
{
    public static void base_OnReport<T>(Progress<T> progress, T value, string site)
    {
        if (Hook.Current is null)
        {
            Parts<T>.OnReport(progress, value);
            return;
        }
        if (!Asks(progress, site).HasAny) return;
        SynchronizationContextModel.Post(Parts<T>.Context(progress), _ =>
        {
            var (handler, changed) = Asks(progress, site);
            handler?.Invoke(value);
            changed?.Invoke(progress, value);
        }, null, site);
    }

    public static void add_ProgressChanged<T>(
        Progress<T> progress, EventHandler<T>? value, string site)
    {
        using (AtomicCall.Write(progress, site)) progress.ProgressChanged += value;
    }

    public static void remove_ProgressChanged<T>(
        Progress<T> progress, EventHandler<T>? value, string site)
    {
        using (AtomicCall.Write(progress, site)) progress.ProgressChanged -= value;
    }

    /// <summary>The handlers: read when the report is posted, and again when it is run.</summary>
    private static Told<T> Asks<T>(Progress<T> progress, string site)
    {
        using (AtomicCall.Read(progress, site))
            return new(Parts<T>.Handler(progress), Parts<T>.Changed(progress));
    }

    private readonly record struct Told<T>(Action<T>? Handler, EventHandler<T>? Changed)
    {
        internal bool HasAny => Handler is not null || Changed is not null;
    }

    /// <summary>The runtime's own fields, see Progress.cs.</summary>
    private static class Parts<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_synchronizationContext")]
        internal static extern ref readonly SynchronizationContext Context(Progress<T> progress);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_handler")]
        internal static extern ref readonly Action<T>? Handler(Progress<T> progress);

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "ProgressChanged")]
        internal static extern ref readonly EventHandler<T>? Changed(Progress<T> progress);

        internal static void OnReport(Progress<T> progress, T value)
        {
            var (handler, changed) = (Handler(progress), Changed(progress));
            if (handler is null && changed is null) return;
            Context(progress).Post(_ =>
            {
                Handler(progress)?.Invoke(value);
                Changed(progress)?.Invoke(progress, value);
            }, null);
        }
    }
}
