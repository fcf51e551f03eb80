using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Interleavings;

/// <summary>What a test claims, in words: its description, or else its method's name.</summary>
static class Claim
{
    internal static string Of(ITest test)
    {
        if (test.Properties.Get(PropertyNames.Description) is string description) return description;
        var method = test.MethodName ?? test.Name;
        var arguments = test.FullName[(test.FullName.LastIndexOf(method) + method.Length)..];
        return method.Replace('_', ' ') + arguments;
    }
}
