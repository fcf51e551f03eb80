using System.Diagnostics.CodeAnalysis;
using Interleavings.Hooks;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// <see cref="WeakReference{T}"/>: the explorer keeps every target, as the garbage collector may. So what
/// fails is a failure, and nothing is proved of a program that asks for a target which it has not kept.
/// </summary>
[Models(typeof(WeakReference<>))]
public static class WeakReferenceOfTModel
{
    public static WeakReference<T> New<T>(T target, string site) where T : class? =>
        New(target, false, site);

    public static WeakReference<T> New<T>(T target, bool trackResurrection, string site)
        where T : class?
    {
        WeakReferenceModel.Set(target);
        return new(target, trackResurrection);
    }

    public static void SetTarget<T>(WeakReference<T> reference, T target, string site)
        where T : class?
    {
        WeakReferenceModel.Touch(reference, EventKind.ObjectWrite, site);
        reference.SetTarget(target);
        WeakReferenceModel.Set(target);
    }

    public static bool TryGetTarget<T>(
        WeakReference<T> reference, [MaybeNullWhen(false)] out T target, string site)
        where T : class?
    {
        WeakReferenceModel.Touch(reference, EventKind.ObjectRead, site);
        reference.TryGetTarget(out var found);
        WeakReferenceModel.Asked(found, site);
        Taken.Into(out target, found!, site);
        return found is not null;
    }
}

/// <summary>The same of <see cref="WeakReference"/>.</summary>
[Models(typeof(WeakReference))]
public static class WeakReferenceModel
{
    public static WeakReference New(object? target, string site) => New(target, false, site);

    public static WeakReference New(object? target, bool trackResurrection, string site)
    {
        Set(target);
        return new(target, trackResurrection);
    }

    public static void set_Target(WeakReference reference, object? value, string site)
    {
        Touch(reference, EventKind.ObjectWrite, site);
        reference.Target = value;
        Set(value);
    }

    public static object? get_Target(WeakReference reference, string site)
    {
        Touch(reference, EventKind.ObjectRead, site);
        var found = reference.Target;
        Asked(found, site);
        return found;
    }

    public static bool get_IsAlive(WeakReference reference, string site) =>
        get_Target(reference, site) is not null;

    internal static void Touch(object? reference, EventKind kind, string site)
    {
        if (reference is not null && Hook.Current is { IsObserved: true } operation)
            ObjectModel.Touch(operation, reference, kind, site);
    }

    internal static void Set(object? target)
    {
        if (target is not null && Hook.Current is { Trial: null } operation)
            operation.Execution.WeakTargets.Set(target, operation);
    }

    internal static void Asked(object? target, string site)
    {
        if (target is not null && Hook.Current is { Trial: null } operation)
            operation.Execution.WeakTargets.Asked(target, operation, site);
    }
}
