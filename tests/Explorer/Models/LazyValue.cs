using System.Runtime.ExceptionServices;
using Interleavings.Scheduling;

namespace Interleavings.Models;

/// <summary>
/// The value of a Lazy in one execution, by the steps of .NET's <c>Lazy.cs</c>: a look without a
/// lock; then, by mode, a lock around the factory, a race of factories, or no protection at all.
/// </summary>
internal sealed class LazyValue<T>
{
    private readonly object _lazy;
    private readonly LazyRecipe<T> _recipe;
    private readonly Location _location;
    private bool _isTaken;
    private bool _isCreated;
    private T? _value;
    private ExceptionDispatchInfo? _error;

    private LazyValue(object lazy, LazyRecipe<T> recipe, Location location)
    {
        _lazy = lazy;
        _recipe = recipe;
        _location = location;
        (_isCreated, _value) = recipe.Ready;
    }

    private bool IsGuarded => _recipe.Mode != LazyThreadSafetyMode.None;

    internal static LazyValue<T> Of(Operation operation, Lazy<T> lazy, string site)
    {
        // As a call on null would.
        if (lazy is null) throw new NullReferenceException();
        var location = AtomicCall.At(operation, lazy);
        if (location.Model is LazyValue<T> known) return known;
        var recipe = LazyRecipe<T>.Of(lazy) ?? throw operation.Execution.Refuse(
            "a Lazy made by library code", "make it in code that is woven", site);
        var made = new LazyValue<T>(lazy, recipe, location);
        location.Model = made;
        return made;
    }

    internal bool IsCreated(Operation operation, string site)
    {
        Look(operation, site);
        return _isCreated;
    }

    internal T Value(Operation operation, string site)
    {
        Look(operation, site);
        if (!_isCreated)
        {
            if (_recipe.Mode == LazyThreadSafetyMode.PublicationOnly) Publish(operation, site);
            else if (_recipe.Mode == LazyThreadSafetyMode.None) Create(operation, site);
            else Execute(operation, site);
        }
        return _value!;
    }

    private void Execute(Operation operation, string site)
    {
        Ownership.Enter(operation, _lazy, site);
        try
        {
            if (!_isCreated) Create(operation, site);
        }
        finally
        {
            Ownership.Exit(operation, _lazy, site);
        }
    }

    private void Create(Operation operation, string site)
    {
        _error?.Throw();
        if (_recipe.Factory is not { } factory)
        {
            Store(operation, LazyRecipe<T>.ByConstructor(), site);
            return;
        }
        try
        {
            if (_isTaken)
                throw new InvalidOperationException(
                    "ValueFactory attempted to access the Value property of this instance.");
            _isTaken = true;
            Store(operation, factory(), site);
        }
        catch (Exception exception) when (exception is not Unwinding)
        {
            Touch(operation, true, site);
            _error = ExceptionDispatchInfo.Capture(exception);
            throw;
        }
    }

    private void Publish(Operation operation, string site)
    {
        var value = _recipe.Factory is { } factory ? factory() : LazyRecipe<T>.ByConstructor();
        Touch(operation, true, site);
        // Somebody else's value may have come first; an exception is nobody else's business.
        if (!_isCreated) (_isCreated, _value) = (true, value);
    }

    private void Store(Operation operation, T value, string site)
    {
        Touch(operation, true, site);
        (_isCreated, _value) = (true, value);
    }

    private void Look(Operation operation, string site) => Touch(operation, false, site);

    private void Touch(Operation operation, bool changes, string site)
    {
        if (!operation.IsObserved) return;
        if (IsGuarded)
        {
            AtomicCall.Perform(operation, _location,
                changes ? EventKind.AtomicWrite : EventKind.AtomicRead, site);
        }
        else if (changes)
        {
            VariableModel.Write(operation, _location, EventKind.ObjectWrite, site);
        }
        else
        {
            VariableModel.Read(operation, _location, EventKind.ObjectRead, site);
        }
    }
}
