namespace Weaving;

/// <summary>What can't be woven is an error, never skipped: says what, where, and the next step.</summary>
public sealed class WeaveException(string message, Exception? cause = null)
    : Exception(message, cause);
