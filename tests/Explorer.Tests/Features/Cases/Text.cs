global using static Text;

/// <summary>What cases say, as text.</summary>
public static class Text
{
    public static string Say(params object?[] values) => string.Join(' ', values.Select(Show));

    public static string Show(object? value) => value switch
    {
        null => "null",
        string text => text,
        System.Collections.IEnumerable many =>
            $"[{string.Join(' ', many.Cast<object?>().Select(Show))}]",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public static string Thrown(Action act)
    {
        try
        {
            act();
            return "nothing";
        }
        catch (Exception e)
        {
            return $"{e.GetType().Name}: {e.Message}";
        }
    }

    public static string Type<T>(T value) => $"{typeof(T)} {value?.GetType()}";
}
