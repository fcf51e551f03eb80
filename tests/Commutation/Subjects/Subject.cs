namespace Commutation.Subjects;

/// <summary>A type of the base library whose calls are paired.</summary>
/// <param name="Type">The shared object's type.</param>
/// <param name="States">The object in at least two states, as C#: first the empty one.</param>
sealed record Subject(Type Type, params string[] States)
{
    /// <summary>An object that leads back to the shared one; made first.</summary>
    public View? View { get; init; }

    /// <summary>
    /// Calls that no rule makes: as C# with <c>x</c> for the shared object, and <c>v</c> for the
    /// view.
    /// </summary>
    public IReadOnlyList<string> Extra { get; init; } = [];

    /// <summary>Arguments that only this object understands, such as its own nodes.</summary>
    public IReadOnlyDictionary<Type, string[]> Arguments { get; init; } =
        new Dictionary<Type, string[]>();

    /// <summary>
    /// What a program sees of the object, as C# with <c>x</c>. By default, all getters and elements;
    /// but where the explorer keeps the object's state itself, only woven code sees it.
    /// </summary>
    public string? Observed { get; init; }

    /// <summary>
    /// Whether its calls may block, or complete later. One that blocks stays on its thread while the other
    /// call is made, and <em>still blocked</em> is a result.
    /// </summary>
    public bool MayBlock { get; init; }

    /// <summary>Whether the documentation says nothing of several threads: then a race is one.</summary>
    public bool MayRace { get; init; }

    /// <summary>How the table names it.</summary>
    public string Name => View is null
        ? TypeNames.Short(Type) : $"{TypeNames.Short(Type)}, {View.Text}";
}

/// <param name="Type">The view's type.</param>
/// <param name="Text">As C#, with <c>x</c> for the owner: <c>x.Keys</c>.</param>
sealed record View(Type Type, string Text);
