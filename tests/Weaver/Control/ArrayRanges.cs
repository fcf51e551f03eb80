using Mono.Cecil;

namespace Weaving.Control;

/// <summary>Which elements of an array a library call uses.</summary>
/// <param name="Start">The parameter that says where they begin; -1 for the first element.</param>
/// <param name="Count">The parameter that says how many they are; -1 if none does.</param>
/// <param name="Elements">How many, if it is always the same; else 0.</param>
/// <param name="IsOfReceiver">Whether they are as many as the receiver has.</param>
/// <param name="InBytes">Whether both count bytes.</param>
readonly record struct ArrayRange(
    int Start, int Count, int Elements = 0, bool IsOfReceiver = false, bool InBytes = false);

/// <summary>
/// The libraries name parameters by what they mean: <c>Sort(array, index, length)</c>,
/// <c>Read(buffer, offset, count)</c>.
/// </summary>
static class ArrayRanges
{
    static readonly string[] starts =
    [
        "index", "startIndex", "offset", "sourceIndex", "destinationIndex", "arrayIndex", "byteIndex",
        "charIndex", "srcOffset", "dstOffset", "startOffset", "inputOffset", "offsetIn", "start",
    ];

    static readonly string[] counts =
        ["length", "count", "byteCount", "charCount", "inputCount"];

    /// <summary>These go backwards from where they start, or start in their receiver.</summary>
    static readonly string[] others =
        ["LastIndexOf", "FindLastIndex", "IndexOfAny", "LastIndexOfAny"];

    /// <summary>Null where it is the whole array, or isn't known.</summary>
    public static ArrayRange? Of(MethodReference callee, int array)
    {
        if (callee.Resolve() is not { } definition || others.Contains(callee.Name)
            || !IsArray(callee.Parameters[array].ParameterType.Plain()))
            return null;
        var parameters = definition.Parameters;
        var start = Next(parameters, array, starts);
        var count = Next(parameters, array, counts);
        switch (callee.DeclaringType.FullName)
        {
            case "System.Buffer" when callee.Name == "BlockCopy":
                return new(start, count, InBytes: true);
            case "System.Buffer":
                return null;
            case "System.BitConverter" when start >= 0 && SizeOf(callee.ReturnType) is { } size:
                return new(start, -1, Elements: size);
        }
        var isOfArray = callee.DeclaringType.FullName == "System.Array" && !callee.HasThis;
        if (start >= 0 && (count >= 0 || isOfArray) || count >= 0 && isOfArray)
            return new(start, count);
        return callee is { Name: "CopyTo", HasThis: true } && start >= 0
            ? new(start, -1, IsOfReceiver: true)
            : null;
    }

    /// <summary>
    /// The next parameter of such a name; where several arrays share one, it is the same.
    /// </summary>
    static int Next(IList<ParameterDefinition> parameters, int array, string[] names)
    {
        for (var i = array + 1; i < parameters.Count; i++)
            if (parameters[i].ParameterType.MetadataType == MetadataType.Int32
                && names.Contains(parameters[i].Name))
                return i;
        return -1;
    }

    static bool IsArray(TypeReference type) => type.IsArray || type.FullName == "System.Array";

    static int? SizeOf(TypeReference type) => type.MetadataType switch
    {
        MetadataType.Boolean => 1,
        MetadataType.Char or MetadataType.Int16 or MetadataType.UInt16 => 2,
        MetadataType.Int32 or MetadataType.UInt32 or MetadataType.Single => 4,
        MetadataType.Int64 or MetadataType.UInt64 or MetadataType.Double => 8,
        _ => null,
    };
}
