using Mono.Cecil;

namespace Effects;

/// <summary>
/// Parameters that are only read, where the analysis is too coarse to see it: it doesn't tell the
/// fields of an object apart.
/// </summary>
static class Corrections
{
    static readonly string[] readOnlyTypes =
    [
        "IEnumerable", "IEnumerable`1", "IReadOnlyCollection`1", "IReadOnlyList`1", "IReadOnlyDictionary`2",
        "IReadOnlySet`1", "ReadOnlySpan`1", "ReadOnlyMemory`1", "IComparer", "IComparer`1",
        "IEqualityComparer", "IEqualityComparer`1", "IFormatProvider", "CultureInfo",
    ];

    /// <summary>Read, encoded, copied or cloned, as the documentation of each says.</summary>
    static readonly string[] readParameters =
    [
        // "Converts ... of an array of 8-bit unsigned integers to its equivalent ..."
        "System.Convert::inArray",
        // "Creates an array populated with items chosen at random from choices."
        "System.Random::choices",
        // "Writes compressed bytes to the underlying stream from the specified byte array."
        "System.IO.Compression.DeflateStream::buffer", "System.IO.Compression.GZipStream::buffer",
        "System.IO.Compression.ZLibStream::buffer", "System.IO.Compression.BrotliStream::buffer",
        "System.AggregateException::innerExceptions", "System.ComponentModel.AttributeCollection::newAttributes",
    ];

    /// <summary>Of cryptography, which ends in native code: what goes in.</summary>
    static readonly string[] inputs =
    [
        "key", "value", "hmacKey", "keyBlob", "password", "salt", "source", "data", "hash", "signature",
        "nonce", "inputBuffer", "rgb", "rgbHash", "rgbSignature", "rgbKey", "rgbIV", "array", "secret",
    ];

    public static bool OnlyReads(MethodDefinition method, ParameterDefinition parameter)
    {
        var type = method.DeclaringType;
        if (readOnlyTypes.Contains(parameter.ParameterType.GetElementType().Name))
            return true;
        // A constructor of a collection copies what it is handed.
        if (method.IsConstructor && type.Namespace.StartsWith("System.Collections", StringComparison.Ordinal)
            && type.Namespace != "System.Collections.ObjectModel")
            return true;
        return readParameters.Contains($"{type.FullName}::{parameter.Name}")
                && !method.Name.StartsWith("Read", StringComparison.Ordinal)
                && !method.Name.StartsWith("BeginRead", StringComparison.Ordinal)
            || type.Namespace == "System.Security.Cryptography" && type.Name != "RandomNumberGenerator"
                && type.Name != "RNGCryptoServiceProvider"
                && (inputs.Contains(parameter.Name)
                    || parameter.Name == "ciphertext" && method.Name.Contains("Decrypt", StringComparison.Ordinal)
                    || parameter.Name == "plaintext" && method.Name.Contains("Encrypt", StringComparison.Ordinal))
            || type.Namespace == "System.ComponentModel" && parameter.Name is "attributes" or "filter" or "argTypes";
    }
}
