namespace Commutation.Subjects;

/// <summary>Every type that the gate looks at.</summary>
static class AllSubjects
{
    public static IReadOnlyList<Subject> List { get; } =
    [
        .. GenericCollections.List, .. OlderCollections.List, .. UnchangingCollections.List,
        .. ConcurrentCollections.List, .. Texts.List, .. Streams.List, .. Queries.List,
        .. TaskHelpers.List, .. Buffers.List, .. Numbers.List, .. Json.List, .. Markup.List,
        .. Cultures.List, .. Others.List,
    ];

    static readonly Dictionary<Type, string> filled = List
        .Where(s => s.View is null && s.Arguments.Count == 0).DistinctBy(s => s.Type)
        .ToDictionary(s => s.Type, s => s.States[^1]);

    /// <returns>Such an object as C#; null for a type that is none of the subjects.</returns>
    public static string? Filled(Type type) =>
        filled.GetValueOrDefault(type) is { } text
            ? text.StartsWith("new(", StringComparison.Ordinal)
                ? $"new {TypeNames.Full(type)}{text[3..]}" : $"({TypeNames.Full(type)}){text}"
            : null;
}
